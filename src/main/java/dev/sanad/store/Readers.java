package dev.sanad.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a bot's readers. Blocks and counts of use know them by keyed hashes alone, and outlive a reader's wish to be
 * forgotten.
 */
public final class Readers {
    private final Database database;
    private final ReaderKey key;

    public Readers(Database database, ReaderKey key) {
        this.database = database;
        this.key = key;
    }

    /**
     * How much was asked on a day.
     *
     * @param reader the reader's user name or id; the beginning of the hash where the reader is not known any more
     * @param tokens that language models took and gave
     */
    public record Usage(LocalDate day, String reader, int questions, long tokens) {}

    /** @param tokens that language models took and gave */
    public record Used(int questions, long tokens) {}

    /** @param name user name without the @; null where the reader has none */
    public void seen(long reader, @Nullable String name) {
        String known = name == null ? null : name.toLowerCase(Locale.ROOT);
        boolean same = database.jdbi()
                .withHandle(handle ->
                        handle.createQuery("SELECT count(*) FROM telegram_reader WHERE id = :id AND name IS :name")
                                        .bind("id", reader)
                                        .bind("name", known)
                                        .mapTo(Integer.class)
                                        .one()
                                > 0);
        if (!same) {
            database.write(handle -> handle.execute(
                    "INSERT INTO telegram_reader (id, hash, name) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO UPDATE SET name = excluded.name",
                    reader,
                    key.hash(reader),
                    known));
        }
    }

    /** The id of the reader with that user name, without the @; null where none was seen. */
    public @Nullable Long byName(String name) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id FROM telegram_reader WHERE name = :name LIMIT 1")
                        .bind("name", name.toLowerCase(Locale.ROOT))
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(null));
    }

    /** BCP 47; null where the reader has chosen none. */
    public @Nullable String language(long reader) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT language FROM telegram_reader" + " WHERE id = :id AND language IS NOT NULL")
                        .bind("id", reader)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }

    /** @param language null: as the question is, and the reader's Telegram */
    public void choose(long reader, @Nullable String language) {
        database.write(handle -> handle.execute(
                "INSERT INTO telegram_reader (id, hash, language) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET language = excluded.language",
                reader,
                key.hash(reader),
                language));
    }

    public boolean isBlocked(long reader) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM telegram_block WHERE hash = :hash")
                                .bind("hash", key.hash(reader))
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    public void block(long reader) {
        database.write(handle -> handle.execute("INSERT OR IGNORE INTO telegram_block VALUES (?)", key.hash(reader)));
    }

    /** False when the reader was not blocked. */
    public boolean unblock(long reader) {
        return database.write(handle -> handle.execute("DELETE FROM telegram_block WHERE hash = ?", key.hash(reader)))
                > 0;
    }

    /** One more question, answered at the cost of so many tokens. */
    public void count(long reader, LocalDate day, int tokens) {
        database.write(handle -> handle.execute(
                "INSERT INTO telegram_usage VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE"
                        + " SET questions = questions + 1, tokens = tokens + excluded.tokens",
                day.toString(),
                key.hash(reader),
                tokens));
    }

    /** How much the reader asked on that day. */
    public Used used(long reader, LocalDate day) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT questions, tokens FROM telegram_usage WHERE day = :day AND hash = :hash")
                        .bind("day", day.toString())
                        .bind("hash", key.hash(reader))
                        .map((row, context) -> new Used(row.getInt(1), row.getLong(2)))
                        .findOne()
                        .orElse(new Used(0, 0)));
    }

    /** How much all readers together asked on that day. */
    public Used used(LocalDate day) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT coalesce(sum(questions), 0), coalesce(sum(tokens), 0)"
                                + " FROM telegram_usage WHERE day = :day")
                        .bind("day", day.toString())
                        .map((row, context) -> new Used(row.getInt(1), row.getLong(2)))
                        .one());
    }

    /** The newest day first, on each day who asked most. */
    public List<Usage> usage(int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT u.day,"
                                + " coalesce('@' || r.name, r.id, substr(u.hash, 1, 8)), u.questions, u.tokens"
                                + " FROM telegram_usage u LEFT JOIN telegram_reader r ON r.hash = u.hash"
                                + " ORDER BY u.day DESC, u.questions DESC, u.hash LIMIT :most")
                        .bind("most", most)
                        .map((row, context) -> new Usage(
                                LocalDate.parse(row.getString(1)), row.getString(2), row.getInt(3), row.getLong(4)))
                        .list());
    }

    /** Forgets counts of days before that one. */
    public void forgetUsage(LocalDate before) {
        database.write(handle -> handle.execute("DELETE FROM telegram_usage WHERE day < ?", before.toString()));
    }

    /**
     * Deletes all that is kept of the reader, in private and in groups.
     *
     * @param last updates of theirs beyond this one came later and are kept
     */
    static void forget(Handle handle, long reader, long last) {
        String id = Long.toString(reader);
        handle.execute(
                "DELETE FROM telegram_message WHERE answer IN"
                        + " (SELECT id FROM telegram_answer WHERE reader = ? OR chat = ?)",
                reader,
                reader);
        handle.execute("DELETE FROM telegram_answer WHERE reader = ? OR chat = ?", reader, reader);
        handle.execute("DELETE FROM telegram_rating WHERE reader = ?", reader);
        handle.execute("DELETE FROM telegram_link WHERE reader = ?", reader);
        handle.execute("DELETE FROM telegram_reader WHERE id = ?", reader);
        handle.execute("DELETE FROM telegram_pause WHERE chat = ?", reader);
        handle.execute(
                "DELETE FROM turn WHERE conversation = 'telegram:' || ? OR conversation LIKE 'telegram:%:%:' || ?",
                id, id);
        handle.execute("DELETE FROM telegram_told WHERE what LIKE '%admin ' || ? || ':%'", id);
        // the ids of updates stay, so that each is dealt with once
        handle.execute(
                "UPDATE telegram_update SET json = NULL, reader = 0, chat = 0 WHERE chat = ? AND id <= ?",
                reader,
                last);
        handle.execute("UPDATE telegram_update SET json = NULL, reader = 0 WHERE reader = ? AND id <= ?", reader, last);
        handle.execute("DELETE FROM telegram_malformed WHERE instr(json, ?) > 0", id);
    }

    /** What a link was made for; null where there is none. */
    public @Nullable String link(String token) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT value FROM telegram_link WHERE token = :token")
                        .bind("token", token)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }

    /** @param reader whose words the value holds; 0: nobody's */
    public void link(String token, String value, long reader, Instant now) {
        database.write(handle -> handle.execute(
                "INSERT OR IGNORE INTO telegram_link VALUES (?, ?, ?, ?)", token, value, reader, now.toEpochMilli()));
    }

    /** Forgets the links with readers' words that were made before that time. */
    public void forgetLinks(Instant before) {
        database.write(handle ->
                handle.execute("DELETE FROM telegram_link WHERE reader <> 0 AND made < ?", before.toEpochMilli()));
    }

    /** How something was last told; null: never. */
    public @Nullable String told(String what) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT how FROM telegram_told WHERE what = :what")
                        .bind("what", what)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }

    public void tell(String what, String how) {
        database.write(handle -> handle.execute("INSERT OR REPLACE INTO telegram_told VALUES (?, ?)", what, how));
    }
}
