package dev.sanad.ingest;

import dev.sanad.store.FileStamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** Takes down how a file is now, so that a later run can tell whether it has changed. */
final class FileStamping {
    /** A file this young may change again within the tick of its file system's clock. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(3);

    private FileStamping() {}

    static FileStamp stamp(SourceFiles.Entry entry) throws IOException {
        try (InputStream in = entry.content().open();
                var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            boolean fresh = now - entry.modified() < FRESH_NANOS;
            String sha256 =
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            return new FileStamp(
                    entry.path(), entry.size(), fresh ? FileStamp.TOO_FRESH : entry.modified(), sha256, "");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
