package dev.sanad.cli;

import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.Progress;
import dev.sanad.ingest.SyncReport;
import dev.sanad.llm.Embedder;
import dev.sanad.telegram.reply.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the bot's archive, one thing at a time: vectors wait while the sources are read. */
final class Reindexer implements Services.Reindex {
    private final ArchiveWriter writer;
    private final List<Path> sources;
    private final @Nullable Embedder embedder;
    private @Nullable BackgroundEmbedding embedding;

    /** @param embedder null where passages have no vectors */
    Reindexer(ArchiveWriter writer, List<Path> sources, @Nullable Embedder embedder) {
        this.writer = writer;
        this.sources = List.copyOf(sources);
        this.embedder = embedder;
    }

    /** Computes in the background what vectors are missing. */
    synchronized void embed() {
        if (embedder != null && embedding == null) {
            embedding = new BackgroundEmbedding(writer, embedder);
        }
    }

    @Override
    public synchronized SyncReport run(Progress progress) throws IOException, InterruptedException {
        stop();
        try {
            return writer.synchronise(sources, progress);
        } finally {
            embed();
        }
    }

    /** Returns when nothing is written any more. */
    synchronized void stop() throws InterruptedException {
        if (embedding != null) {
            embedding.stop();
            embedding = null;
        }
    }
}
