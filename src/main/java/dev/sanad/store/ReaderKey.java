package dev.sanad.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a reader's id into a hash that means nothing without a key. The key lies in a file of its own beside the
 * database, so that whoever has the database alone cannot try all ids.
 */
public final class ReaderKey {
    public static final String FILE = "readers.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private final SecretKeySpec key;

    private ReaderKey(SecretKeySpec key) {
        this.key = key;
    }

    /** Reads {@code folder/readers.key}, made when it is not there. */
    public static ReaderKey open(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            return new ReaderKey(new SecretKeySpec(bytes, ALGORITHM));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the readers' hashes, " + file + ", cannot be read or made", e);
        } catch (IllegalArgumentException e) {
            throw new ArchiveException(file + " holds no key. Remove it, and blocks and counts of use begin anew.", e);
        }
    }

    /** 64 hexadecimal digits, the same for the same reader as long as the key is the same. */
    public String hash(long reader) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                mac.update((byte) (reader >>> shift));
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Whole or not at all: half a key would be another one after the next start. */
    private static void write(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new");
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(fresh, HexFormat.of().formatHex(bytes) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
