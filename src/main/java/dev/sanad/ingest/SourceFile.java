package dev.sanad.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as a reader meets it: a name and bytes. */
public final class SourceFile {
    private final String path;
    private final Opener opener;

    private SourceFile(String path, Opener opener) {
        this.path = path;
        this.opener = opener;
    }

    /** @param path within its source, with {@code /} between folders */
    public static SourceFile of(String path, Path file) {
        return new SourceFile(path, () -> Files.newInputStream(file));
    }

    public static SourceFile of(String path, byte[] bytes) {
        return new SourceFile(path, () -> new ByteArrayInputStream(bytes));
    }

    public String path() {
        return path;
    }

    /** The last part of the path, without its extension. */
    public String name() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The bytes from the beginning; every call opens anew. */
    public InputStream open() throws IOException {
        return opener.open();
    }

    @Override
    public String toString() {
        return path;
    }

    private interface Opener {
        InputStream open() throws IOException;
    }
}
