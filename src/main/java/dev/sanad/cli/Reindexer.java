package dev.sanad.cli;

import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.Progress;
import dev.sanad.ingest.SyncReport;
import dev.sanad.llm.Embedder;
import dev.sanad.telegram.reply.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Writes the bot's archive, one thing at a time: vectors wait while the sources are read. */
final class Reindexer implements Services.Reindex {
    private final ArchiveWriter writer;
    private final List<Path> sources;
    private final @Nullable Embedder embedder;
    /** No monitor: whoever waits for one holds a thread that the bot's conversations share. */
    private final ReentrantLock lock = new ReentrantLock();

    private final AtomicReference<String> lastProblem = new AtomicReference<>("");
    private @Nullable BackgroundEmbedding embedding;
    private boolean closed;

    /** @param embedder null where passages have no vectors */
    Reindexer(ArchiveWriter writer, List<Path> sources, @Nullable Embedder embedder) {
        this.writer = writer;
        this.sources = List.copyOf(sources);
        this.embedder = embedder;
    }

    /** Computes in the background what vectors are missing. */
    void embed() {
        lock.lock();
        try {
            if (embedder != null && embedding == null && !closed) {
                embedding = new BackgroundEmbedding(writer, embedder, lastProblem);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public SyncReport run(Progress progress) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            pause();
            return writer.synchronise(sources, progress);
        } finally {
            embed();
            lock.unlock();
        }
    }

    /** Returns when nothing is written any more; nothing will be again. */
    void close() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            closed = true;
            pause();
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws InterruptedException {
        if (embedding != null) {
            embedding.stop();
            embedding = null;
        }
    }
}
