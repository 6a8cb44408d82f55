package dev.sanad.store;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes that are committed together, as one revision. Not for several threads. */
public final class ArticleBatch implements AutoCloseable {
    /** What storing an article did. */
    public enum Stored {
        ADDED,
        CHANGED,
        UNCHANGED,
        /** Nothing: another file holds an article of that id. */
        CLASH
    }

    private final Handle handle;
    private final long revision;
    private boolean articlesChanged;

    ArticleBatch(Handle handle) {
        this.handle = handle;
        handle.begin();
        this.revision = ArticleStore.revision(handle) + 1;
    }

    /** Stores an article of a file, unless it is there already. */
    public Stored put(String origin, String path, Article article) {
        String id = article.id().value();
        var before = handle.createQuery("SELECT origin, path, sha256 FROM article WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .findOne()
                .orElse(null);
        if (before == null) {
            write(origin, path, article);
            return Stored.ADDED;
        }
        if (!before.get(0).equals(origin) || !before.get(1).equals(path)) {
            return Stored.CLASH;
        }
        if (before.get(2).equals(article.sha256())) {
            return Stored.UNCHANGED;
        }
        write(origin, path, article);
        return Stored.CHANGED;
    }

    /**
     * Removes the file's articles that it no longer has.
     *
     * @param kept ids of those that it still has
     * @return how many were removed
     */
    public int removeAllBut(String origin, String path, Set<String> kept) {
        List<String> gone =
                ids(origin, path).stream().filter(id -> !kept.contains(id)).toList();
        gone.forEach(this::remove);
        return gone.size();
    }

    /** Remembers the file as read, its articles unchanged. */
    public void stamp(String origin, FileStamp file) {
        handle.createUpdate(
                        "INSERT OR REPLACE INTO source_file VALUES (:origin, :path, :size, :modified, :sha256, :refused)")
                .bind("origin", origin)
                .bindMethods(file)
                .execute();
    }

    /**
     * The file is gone, and its articles with it.
     *
     * @return how many articles that were
     */
    public int removeFile(String origin, String path) {
        int gone = removeAllBut(origin, path, Set.of());
        handle.createUpdate("DELETE FROM source_file WHERE origin = :origin AND path = :path")
                .bind("origin", origin)
                .bind("path", path)
                .execute();
        return gone;
    }

    private List<String> ids(String origin, String path) {
        return handle.createQuery("SELECT id FROM article WHERE origin = :origin AND path = :path")
                .bind("origin", origin)
                .bind("path", path)
                .mapTo(String.class)
                .list();
    }

    private void write(String origin, String path, Article article) {
        articlesChanged = true;
        ArticleHead head = article.head();
        handle.createUpdate("INSERT OR REPLACE INTO article VALUES (:id, :origin, :path, :title, :language, :source,"
                        + " :url, :published, :text, :sha256, :revision)")
                .bind("id", head.id().value())
                .bind("origin", origin)
                .bind("path", path)
                .bind("title", head.title())
                .bind("language", head.language())
                .bind("source", head.source())
                .bind("url", head.url() == null ? null : head.url().toString())
                .bind(
                        "published",
                        head.published() == null ? null : head.published().toString())
                .bind("text", article.text())
                .bind("sha256", article.sha256())
                .bind("revision", revision)
                .execute();
        handle.createUpdate("DELETE FROM removal WHERE id = :id")
                .bind("id", head.id().value())
                .execute();
    }

    /** The file that holds the article of that id; null when none does. */
    public @Nullable Path holder(ArticleId id) {
        return handle.createQuery("SELECT origin, path FROM article WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> {
                    Path origin = Path.of(row.getString(1));
                    boolean file = String.valueOf(origin.getFileName()).equals(row.getString(2));
                    return file ? origin : origin.resolve(row.getString(2));
                })
                .findOne()
                .orElse(null);
    }

    public void remove(ArticleId id) {
        remove(id.value());
    }

    private void remove(String id) {
        articlesChanged = true;
        handle.createUpdate("DELETE FROM article WHERE id = :id").bind("id", id).execute();
        handle.createUpdate("INSERT OR REPLACE INTO removal VALUES (:id, :revision)")
                .bind("id", id)
                .bind("revision", revision)
                .execute();
    }

    /** Makes the batch durable; a new revision, if an article changed. */
    public void commit() {
        if (articlesChanged) {
            handle.createUpdate("UPDATE revision SET last = :revision")
                    .bind("revision", revision)
                    .execute();
        }
        handle.commit();
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() {
        if (handle.isInTransaction()) {
            handle.rollback();
        }
        handle.close();
    }
}
