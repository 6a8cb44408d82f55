package dev.sanad.ingest;

import dev.sanad.index.Analysis;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.LlmException;
import dev.sanad.store.ArchiveLock;
import dev.sanad.store.ArticleBatch;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import dev.sanad.store.VectorModel;
import dev.sanad.store.VectorStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An archive opened for writing: brings it up to date with its sources. One process at a time holds it. */
public final class ArchiveWriter implements AutoCloseable {
    private final ArchiveLock lock;
    private final Database database;
    private final IndexUpdater index;
    private final ArticleReaders readers;

    private ArchiveWriter(ArchiveLock lock, Database database, IndexUpdater index, ArticleReaders readers) {
        this.lock = lock;
        this.database = database;
        this.index = index;
        this.readers = readers;
    }

    /** Null while another process writes the archive. */
    public static @Nullable ArchiveWriter tryOpen(Path archive, Analysis analysis, ArticleReaders readers) {
        ArchiveLock lock = ArchiveLock.tryAcquire(archive);
        if (lock == null) {
            return null;
        }
        try {
            Database database = Database.open(archive);
            var vectors = new StoredVectors(new VectorStore(database));
            var index = new IndexUpdater(new ArticleStore(database), archive, analysis, vectors);
            return new ArchiveWriter(lock, database, index, readers);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Database database() {
        return database;
    }

    /**
     * Reads what is new in the sources, stores it and indexes it. What the archive has from other sources stays.
     *
     * @throws IOException if the archive itself cannot be written; a source that cannot be read is named in the report
     */
    public SyncReport synchronise(List<Path> sources, Progress progress) throws IOException {
        index.catchUp(progress);
        return new Synchroniser(new ArticleStore(database), index, readers, progress).run(sources);
    }

    /**
     * Removes all that the archive has from a source, and indexes without it.
     *
     * @return how many articles that were
     */
    public int forget(Path source, Progress progress) throws IOException {
        var store = new ArticleStore(database);
        int removed = 0;
        try (ArticleBatch batch = store.begin()) {
            for (String path : store.files(source.toString()).keySet()) {
                removed += batch.removeFile(source.toString(), path);
            }
            batch.commit();
        }
        index.catchUp(progress);
        return removed;
    }

    /**
     * Computes the vectors that the archive's passages lack. Until they are there, and wherever they cannot be had, the
     * archive answers lexically.
     *
     * @throws IOException if the archive itself cannot be written
     */
    public EmbeddingOutcome embed(Embedder embedder, EmbeddingBudget budget, Progress progress)
            throws IOException, InterruptedException {
        index.catchUp(progress);
        return new EmbeddingUpdater(new ArticleStore(database), new VectorStore(database), index, embedder, budget)
                .run(progress);
    }

    /**
     * Makes the embedder's model the archive's, whatever that was. The model that is the archive's already begins anew;
     * another's vectors are forgotten once all passages have theirs of the new one.
     */
    public EmbeddingOutcome reEmbed(Embedder embedder, EmbeddingBudget budget, Progress progress)
            throws IOException, InterruptedException {
        var vectors = new VectorStore(database);
        VectorModel before = vectors.model();
        try {
            VectorModel model = EmbeddingBatches.model(embedder, budget);
            if (model.equals(before)) {
                // the index first: made anew from a database that still has the old vectors, it misses none
                index.beginAnew();
                vectors.adoptAnew(model);
            } else {
                vectors.adopt(model);
            }
        } catch (LlmException e) {
            return new EmbeddingOutcome.NotBegun(String.valueOf(e.getMessage()));
        }
        return embed(embedder, budget, progress);
    }

    @Override
    public void close() throws IOException {
        try {
            index.close();
        } finally {
            lock.close();
        }
    }
}
