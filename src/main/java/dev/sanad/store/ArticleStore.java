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
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The articles of an archive. Every committed batch that changed one is a revision; revisions only grow. */
public final class ArticleStore {
    private static final String COLUMNS = "id, title, language, source, url, published, text, sha256, revision";
    private static final int FOUND_AT_ONCE = 500;
    private final Database database;

    public ArticleStore(Database database) {
        this.database = database;
    }

    /** The last committed revision; 0 for an archive that never held anything. */
    public long revision() {
        return database.jdbi().withHandle(ArticleStore::revision);
    }

    static long revision(Handle handle) {
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

    public boolean contains(ArticleId id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM article WHERE id = :id")
                                .bind("id", id.value())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /** Those that there are of these, in no order. */
    public List<Article> findAll(List<ArticleId> ids) {
        List<Article> found = new ArrayList<>();
        database.jdbi().useHandle(handle -> {
            for (int from = 0; from < ids.size(); from += FOUND_AT_ONCE) {
                handle.createQuery("SELECT " + COLUMNS + " FROM article WHERE id IN (<ids>)")
                        .bindList(
                                "ids",
                                ids.subList(from, Math.min(ids.size(), from + FOUND_AT_ONCE)).stream()
                                        .map(ArticleId::value)
                                        .toList())
                        .map((row, context) -> article(row))
                        .forEach(found::add);
            }
        });
        return found;
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

    /** The heads of the newest articles, those without a date last. */
    public List<ArticleHead> newest(int offset, int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM article"
                                + " ORDER BY published IS NULL, published DESC, id LIMIT :most OFFSET :offset")
                        .bind("most", most)
                        .bind("offset", offset)
                        .map((row, context) -> article(row).head())
                        .list());
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

    /** Begins a batch of changes; nothing of it is seen before {@link ArticleBatch#commit}. */
    public ArticleBatch begin() {
        return new ArticleBatch(database.jdbi().open());
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
}
