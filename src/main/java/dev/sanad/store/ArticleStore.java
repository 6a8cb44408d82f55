package dev.sanad.store;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The articles of an archive. Every committed batch that changed one is a revision; revisions only grow. */
public final class ArticleStore {
    private static final String COLUMNS = "id, title, language, source, url, published, text, sha256, revision";
    private final Database database;

    public ArticleStore(Database database) {
        this.database = database;
    }

    /** The last committed revision; 0 for an archive that never held anything. */
    public long revision() {
        return database.jdbi().withHandle(ArticleStore::revision);
    }

    private static long revision(Handle handle) {
        return handle.createQuery("SELECT last FROM revision").mapTo(Long.class).one();
    }

    public @Nullable Article find(ArticleId id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM article WHERE id = :id")
                        .bind("id", id.value())
                        .map((row, context) -> article(row))
                        .findOne()
                        .orElse(null));
    }

    /** Ids that hold {@code part}, for a reader who mistyped one; at most {@code limit}. */
    public List<ArticleId> findIds(String part, int limit) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT id FROM article WHERE instr(lower(id), lower(:part)) > 0 ORDER BY id LIMIT :limit")
                        .bind("part", part)
                        .bind("limit", limit)
                        .map((row, context) -> new ArticleId(row.getString(1)))
                        .list());
    }

    /**
     * Articles changed after a place in the order of change, oldest change first.
     *
     * @param limit how many at most
     */
    public List<Changed> changedSince(Place after, int limit) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT " + COLUMNS
                                        + " FROM article WHERE (revision, id) > (:revision, :id) ORDER BY revision, id LIMIT :limit")
                        .bind("revision", after.revision())
                        .bind("id", after.id())
                        .bind("limit", limit)
                        .map((row, context) -> new Changed(row.getLong("revision"), article(row)))
                        .list());
    }

    /** A place in the order of change: behind the article {@code id} of that revision. */
    public record Place(long revision, String id) {
        /** Behind everything of that revision. */
        public static Place behind(long revision) {
            return new Place(revision, "\uFFFF\uFFFF");
        }
    }

    public record Changed(long revision, Article article) {
        public Place place() {
            return new Place(revision, article.id().value());
        }
    }

    public int countChangedSince(long revision) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM article WHERE revision > :revision")
                        .bind("revision", revision)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Articles that were removed after that revision and have not come back. */
    public List<ArticleId> removedSince(long revision) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT id FROM removal WHERE revision > :revision ORDER BY id")
                                .bind("revision", revision)
                                .map((row, context) -> new ArticleId(row.getString(1)))
                                .list());
    }

    /** The files of a source that were read, by path. */
    public Map<String, FileStamp> files(String origin) {
        Map<String, FileStamp> files = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "SELECT path, size, modified, sha256, refused FROM source_file WHERE origin = :origin")
                        .bind("origin", origin)
                        .map((row, context) -> new FileStamp(
                                row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5)))
                        .forEach(file -> files.put(file.path(), file)));
        return files;
    }

    public ArchiveSummary summary() {
        return database.jdbi().withHandle(handle -> {
            var publishers = handle.createQuery(
                            "SELECT source, count(*) FROM article GROUP BY source ORDER BY 2 DESC, 1")
                    .map((row, context) -> new ArchiveSummary.Publisher(row.getString(1), row.getInt(2)))
                    .list();
            int articles = publishers.stream()
                    .mapToInt(ArchiveSummary.Publisher::articles)
                    .sum();
            return new ArchiveSummary(articles, day(handle, "min"), day(handle, "max"), publishers);
        });
    }

    private static @Nullable LocalDate day(Handle handle, String extreme) {
        String iso = handle.createQuery("SELECT " + extreme + "(published) FROM article")
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        return iso == null ? null : Published.parse(iso).day(ZoneOffset.UTC);
    }

    /** How many articles the archive has from each source, by the source's path. */
    public Map<String, Integer> origins() {
        Map<String, Integer> origins = new TreeMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery("SELECT origin, count(*) FROM article GROUP BY origin")
                        .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                        .forEach(entry -> origins.put(entry.getKey(), entry.getValue())));
        return origins;
    }

    /** Begins a batch of changes; nothing of it is seen before {@link Batch#commit}. */
    public Batch begin() {
        return new Batch(database.jdbi().open());
    }

    private static Article article(ResultSet row) throws SQLException {
        String url = row.getString("url");
        String published = row.getString("published");
        var head = new ArticleHead(
                new ArticleId(row.getString("id")),
                row.getString("title"),
                row.getString("language"),
                row.getString("source"),
                url == null ? null : URI.create(url),
                published == null ? null : Published.parse(published));
        return new Article(head, row.getString("text"), row.getString("sha256"));
    }

    /** What storing an article did. */
    public enum Stored {
        ADDED,
        CHANGED,
        UNCHANGED,
        /** Nothing: another file holds an article of that id. */
        CLASH
    }

    /** Changes that are committed together, as one revision. Not for several threads. */
    public static final class Batch implements AutoCloseable {
        private final Handle handle;
        private final long revision;
        private boolean articlesChanged;

        private Batch(Handle handle) {
            this.handle = handle;
            handle.begin();
            this.revision = revision(handle) + 1;
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
            handle.createUpdate(
                            "INSERT OR REPLACE INTO article VALUES (:id, :origin, :path, :title, :language, :source,"
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
            handle.createUpdate("DELETE FROM article WHERE id = :id")
                    .bind("id", id)
                    .execute();
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
}
