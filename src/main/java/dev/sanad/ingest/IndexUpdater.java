package dev.sanad.ingest;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.index.Analysis;
import dev.sanad.index.IndexFolders;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.index.PassageIndex;
import dev.sanad.index.PassageVectors;
import dev.sanad.index.VectorCoverage;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.ArticleStore.Changed;
import dev.sanad.store.ArticleStore.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the search index to the database's revision. An index that is missing, of another schema or broken is made anew
 * beside the old one, which answers until the new one is whole.
 */
final class IndexUpdater implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(IndexUpdater.class);
    private static final int PAGE = 200;
    static final Duration COMMIT_EVERY = Duration.ofSeconds(4);
    private final ArticleStore store;
    private final IndexFolders folders;
    private final Analysis analysis;
    private final PassageVectors vectors;
    private @Nullable PassageIndex open;

    /** @param vectors those that the database knows: what is indexed gets them at once */
    IndexUpdater(ArticleStore store, Path archive, Analysis analysis, PassageVectors vectors) {
        this.store = store;
        this.folders = new IndexFolders(archive);
        this.analysis = analysis;
        this.vectors = vectors;
    }

    /** After this the index holds the database's last revision. */
    void catchUp(Progress progress) throws IOException {
        if (!Files.isDirectory(folders.current())) {
            build(progress);
        }
        if (open == null && committed(progress) == store.revision()) {
            return;
        }
        update(index(), progress);
    }

    private PassageIndex index() throws IOException {
        PassageIndex index = open;
        if (index == null) {
            index = LucenePassageIndex.open(folders.current(), analysis, vectors);
            open = index;
        }
        return index;
    }

    /**
     * Puts articles into the index again, so that their passages get the vectors that are known by now, and commits. Only
     * for an index that is caught up.
     *
     * @param ids those that the index holds
     * @param found those of them that the database holds; others leave the index
     */
    void refresh(List<ArticleId> ids, List<Article> found) throws IOException {
        Set<ArticleId> gone = new HashSet<>(ids);
        found.forEach(article -> gone.remove(article.id()));
        PassageIndex index = index();
        index.update(found, List.copyOf(gone));
        index.commit(index.revision());
    }

    /** Which passages of the last commit have a vector. Only for an index that is caught up. */
    VectorCoverage coverage() throws IOException {
        return VectorCoverage.open(folders.current(), vectors.field());
    }

    /** Drops the index, so that {@link #catchUp} makes it anew; the old one answers until then. */
    void beginAnew() throws IOException {
        close();
        open = null;
        folders.retireCurrent();
    }

    private long committed(Progress progress) throws IOException {
        try {
            return LucenePassageIndex.committedRevision(folders.current());
        } catch (IOException e) {
            log.warn("the search index cannot be read ({}); it is made anew from the database", e.toString());
            folders.discardCurrent();
            build(progress);
            return LucenePassageIndex.committedRevision(folders.current());
        }
    }

    private void build(Progress progress) throws IOException {
        try {
            LucenePassageIndex.committedRevision(folders.building());
        } catch (IOException e) {
            log.warn("an unfinished search index cannot be read ({}); it is begun anew", e.toString());
            folders.discardBuilding();
        }
        try (var index = LucenePassageIndex.open(folders.building(), analysis, vectors)) {
            update(index, progress);
            index.commit(store.revision());
        }
        folders.finishBuilding();
    }

    private void update(PassageIndex index, Progress progress) throws IOException {
        long from = index.revision();
        long to = store.revision();
        if (from == to) {
            return;
        }
        index.update(List.of(), store.removedSince(from));
        long lastCommit = System.nanoTime();
        try (Progress.Task task = progress.begin(Progress.Kind.INDEXING, store.countChangedSince(from))) {
            List<Changed> page = store.changedSince(Place.behind(from), PAGE);
            while (!page.isEmpty()) {
                List<Article> articles = page.stream().map(Changed::article).toList();
                index.update(articles, List.of());
                task.step(articles.size());
                // the page's last revision may go on in the next page, so only those before it are whole
                long whole = page.getLast().revision() - 1;
                if (whole > index.revision() && System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos()) {
                    index.commit(whole);
                    lastCommit = System.nanoTime();
                }
                page = store.changedSince(page.getLast().place(), PAGE);
            }
        }
        index.commit(to);
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }
}
