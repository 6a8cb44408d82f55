package dev.sanad.llm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A checksum in the making. */
final class Sha256 {
    private static final int BUFFER = 1 << 16;
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(Path file) throws IOException {
        var sha256 = new Sha256();
        sha256.add(file);
        return sha256.hexadecimal();
    }

    void add(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    /** Leaves the buffer's position where it was. */
    void add(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /** Of what was added since the last call. */
    String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
