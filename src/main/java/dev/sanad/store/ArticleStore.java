package dev.sanad.store;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The articles of an archive. Every committed batch is one revision; revisions only grow. */
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
                                "SELECT path, size, modified, sha256 FROM source_file WHERE origin = :origin")
                        .bind("origin", origin)
                        .map((row, context) ->
                                new FileStamp(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)))
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

    /**
     * What replacing a file's articles did.
     *
     * @param clashes articles that were not stored, since another file holds an article of that id
     */
    public record FileChange(int added, int changed, int removed, List<Article> clashes) {}

    /** Changes that are committed together, as one revision. Not for several threads. */
    public static final class Batch implements AutoCloseable {
        private final Handle handle;
        private final long revision;

        private Batch(Handle handle) {
            this.handle = handle;
            handle.begin();
            this.revision = revision(handle) + 1;
        }

        /** The file now holds exactly these articles. */
        public FileChange replace(String origin, FileStamp file, List<Article> articles) {
            Map<String, String> before = hashes(origin, file.path());
            int added = 0;
            int changed = 0;
            var clashes = new ArrayList<Article>();
            for (Article article : articles) {
                String id = article.id().value();
                String hash = before.remove(id);
                if (hash == null && taken(id)) {
                    clashes.add(article);
                } else if (!Objects.equals(hash, article.sha256())) {
                    put(origin, file.path(), article);
                    added += hash == null ? 1 : 0;
                    changed += hash == null ? 0 : 1;
                }
            }
            before.keySet().forEach(this::remove);
            stamp(origin, file);
            return new FileChange(added, changed, before.size(), clashes);
        }

        /** Remembers the file as read, its articles unchanged. */
        public void stamp(String origin, FileStamp file) {
            handle.createUpdate("INSERT OR REPLACE INTO source_file VALUES (:origin, :path, :size, :modified, :sha256)")
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
            var gone = hashes(origin, path).keySet();
            gone.forEach(this::remove);
            handle.createUpdate("DELETE FROM source_file WHERE origin = :origin AND path = :path")
                    .bind("origin", origin)
                    .bind("path", path)
                    .execute();
            return gone.size();
        }

        private Map<String, String> hashes(String origin, String path) {
            Map<String, String> hashes = new HashMap<>();
            handle.createQuery("SELECT id, sha256 FROM article WHERE origin = :origin AND path = :path")
                    .bind("origin", origin)
                    .bind("path", path)
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
            return hashes;
        }

        private boolean taken(String id) {
            return handle.createQuery("SELECT count(*) FROM article WHERE id = :id")
                            .bind("id", id)
                            .mapTo(Integer.class)
                            .one()
                    > 0;
        }

        private void put(String origin, String path, Article article) {
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

        private void remove(String id) {
            handle.createUpdate("DELETE FROM article WHERE id = :id")
                    .bind("id", id)
                    .execute();
            handle.createUpdate("INSERT OR REPLACE INTO removal VALUES (:id, :revision)")
                    .bind("id", id)
                    .bind("revision", revision)
                    .execute();
        }

        public void commit() {
            handle.createUpdate("UPDATE revision SET last = :revision")
                    .bind("revision", revision)
                    .execute();
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
