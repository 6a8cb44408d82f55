package dev.sanad.ingest;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A source cannot be looked at now, which says nothing of what it holds: the archive keeps what it has from it. */
public final class SourceUnavailableException extends Exception {
    private final transient Path source;

    SourceUnavailableException(Path source, String problem, @Nullable IOException cause) {
        super("the source " + source + " " + problem, cause);
        this.source = source;
    }

    public Path source() {
        return source;
    }
}
