package dev.sanad.ingest;

import dev.sanad.index.Analysis;
import dev.sanad.store.ArchiveLock;
import dev.sanad.store.ArticleBatch;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
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
            var index = new IndexUpdater(new ArticleStore(database), archive, analysis);
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

    @Override
    public void close() throws IOException {
        try {
            index.close();
        } finally {
            lock.close();
        }
    }
}
