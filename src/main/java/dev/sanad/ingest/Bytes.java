package dev.sanad.ingest;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file that is read as a whole. */
final class Bytes {
    /** One article is no longer than this; a whole encyclopaedia is a {@code .jsonl}. */
    static final int LIMIT = 64 << 20;

    private Bytes() {}

    static byte[] of(SourceFile file) throws IOException, RefusedException {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new RefusedException("is larger than " + (LIMIT >> 20) + " MiB; split it, or make it a .jsonl");
            }
            return bytes;
        }
    }
}
