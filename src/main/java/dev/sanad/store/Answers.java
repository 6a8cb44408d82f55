package dev.sanad.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The answers that a bot gave, so that the buttons below them keep their meaning and readers' ratings are known. */
public final class Answers {
    private final Database database;

    public Answers(Database database) {
        this.database = database;
    }

    /**
     * A question that was asked.
     *
     * @param message message_id of the question; below zero where a button asked
     */
    public record Asked(long chat, int message, long reader, String question) {}

    /** What became of a question. */
    public enum State {
        OPEN,
        CITED,
        NOT_FOUND,
        NOT_A_QUESTION,
        STOPPED,
        FAILED;

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static State of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * @param language BCP 47, in which the answer is shown
     * @param understood the question as it was answered, where that is another wording; else null
     */
    public record Answered(
            long id,
            long chat,
            int message,
            long reader,
            String question,
            String language,
            State state,
            @Nullable String understood) {}

    /**
     * What an answer quotes.
     *
     * @param start where the quotation began in the article's text, UTF-16 units
     */
    public record Source(int number, String article, int start, String quote) {}

    /**
     * An answer that is given now, in place of what was answered to the same message before.
     *
     * @param understood the question as it was answered, where that is another wording; else null
     */
    public record Kept(
            long id,
            String question,
            @Nullable String understood,
            String language,
            State state,
            int parts,
            List<Source> sources) {
        public Kept {
            sources = List.copyOf(sources);
        }
    }

    /** @param message message_id; null while Telegram does not have it */
    public record Shown(
            int part,
            @Nullable Integer message,
            String html,
            @Nullable String keyboard) {}

    /** @param reason null where none was given */
    public record Rating(boolean good, @Nullable String reason) {}

    /** An answer that was rated, with what it quoted. */
    public record Rated(Answered answer, Rating rating, List<Source> sources) {}

    /** The answer's id: that of the answer which this message had before, if it had one. */
    public long begin(Asked asked, Instant now) {
        return database.write(handle -> {
            handle.execute(
                    "INSERT OR IGNORE INTO telegram_answer (chat, message, reader, question, language, outcome, asked)"
                            + " VALUES (?, ?, ?, ?, 'und', ?, ?)",
                    asked.chat(),
                    asked.message(),
                    asked.reader(),
                    asked.question(),
                    State.OPEN.column(),
                    now.toEpochMilli());
            return handle.createQuery("SELECT id FROM telegram_answer WHERE chat = :chat AND message = :message")
                    .bind("chat", asked.chat())
                    .bind("message", asked.message())
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** The answer to a message; null when there is none. */
    public @Nullable Answered to(long chat, int message) {
        return one("chat = ? AND message = ?", chat, message);
    }

    public @Nullable Answered find(long id) {
        return one("id = ?", id);
    }

    private @Nullable Answered one(String where, Object... values) {
        return database.jdbi().withHandle(handle -> {
            var query = handle.createQuery(
                    "SELECT id, chat, message, reader, question, language, outcome, understood FROM telegram_answer WHERE "
                            + where);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.map((row, context) -> new Answered(
                            row.getLong(1),
                            row.getLong(2),
                            row.getInt(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getString(6),
                            State.of(row.getString(7)),
                            row.getString(8)))
                    .findOne()
                    .orElse(null);
        });
    }

    /** A message stands in the chat in the answer's place, to be edited when the answer is there. */
    public void placeholder(long id, int message, String html) {
        database.write(handle -> handle.execute(
                "INSERT INTO telegram_part (answer, part, message, html) VALUES (?, 0, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET message = excluded.message",
                id,
                message,
                html));
    }

    public List<Shown> parts(long id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT part, message, html, keyboard FROM telegram_part WHERE answer = :id ORDER BY part")
                        .bind("id", id)
                        .map((row, context) -> {
                            int message = row.getInt(2);
                            return new Shown(
                                    row.getInt(1), row.wasNull() ? null : message, row.getString(3), row.getString(4));
                        })
                        .list());
    }

    /** The buttons of a part of an answer are others from now on. */
    public void relabel(long id, int part, String keyboard) {
        database.write(handle -> handle.execute(
                "UPDATE telegram_part SET keyboard = ? WHERE answer = ? AND part = ?", keyboard, id, part));
    }

    public @Nullable Source source(long id, int number) {
        return database.jdbi().withHandle(handle -> sources(handle, id)).stream()
                .filter(source -> source.number() == number)
                .findFirst()
                .orElse(null);
    }

    public void rate(long id, long reader, Rating rating) {
        database.write(handle -> handle.execute(
                "INSERT OR REPLACE INTO telegram_rating (answer, reader, good, reason) VALUES (?, ?, ?, ?)",
                id,
                reader,
                rating.good() ? 1 : 0,
                rating.reason()));
    }

    /** Everything that was rated, one entry a rating, oldest answer first. */
    public List<Rated> rated() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT a.id, a.chat, a.message, a.reader, a.question, a.language, a.outcome, r.good, r.reason, a.understood"
                                        + " FROM telegram_rating r JOIN telegram_answer a ON a.id = r.answer ORDER BY a.id, r.reader")
                        .map((row, context) -> new Rated(
                                new Answered(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getInt(3),
                                        row.getLong(4),
                                        row.getString(5),
                                        row.getString(6),
                                        State.of(row.getString(7)),
                                        row.getString(10)),
                                new Rating(row.getInt(8) == 1, row.getString(9)),
                                sources(handle, row.getLong(1))))
                        .list());
    }

    /** Questions that the archive could not answer, the newest first, each once. */
    public List<String> unanswered(int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT question FROM telegram_answer WHERE outcome = :outcome"
                                + " GROUP BY question ORDER BY max(asked) DESC LIMIT :most")
                        .bind("outcome", State.NOT_FOUND.column())
                        .bind("most", most)
                        .mapTo(String.class)
                        .list());
    }

    /** Forgets answers to what was asked before that time. */
    public void forget(Instant before) {
        database.write(handle -> handle.execute("DELETE FROM telegram_answer WHERE asked < ?", before.toEpochMilli()));
    }

    static void keep(Handle handle, Kept kept) {
        handle.execute(
                "UPDATE telegram_answer SET question = ?, understood = ?, language = ?, outcome = ? WHERE id = ?",
                kept.question(),
                kept.understood(),
                kept.language(),
                kept.state().column(),
                kept.id());
        handle.execute("DELETE FROM telegram_rating WHERE answer = ?", kept.id());
        handle.execute("DELETE FROM telegram_source WHERE answer = ?", kept.id());
        for (Source source : kept.sources()) {
            handle.execute(
                    "INSERT INTO telegram_source (answer, number, article, start, quote) VALUES (?, ?, ?, ?, ?)",
                    kept.id(),
                    source.number(),
                    source.article(),
                    source.start(),
                    source.quote());
        }
        // what waits of an earlier answer to the same message need not be shown any more
        handle.execute("DELETE FROM telegram_message WHERE answer = ?", kept.id());
        handle.execute(
                "DELETE FROM telegram_part WHERE answer = ? AND part >= ? AND message IS NULL",
                kept.id(),
                kept.parts());
        handle.execute(
                "INSERT INTO telegram_message (chat, html, answer, part) SELECT a.chat, '', p.answer, p.part"
                        + " FROM telegram_part p JOIN telegram_answer a ON a.id = p.answer WHERE p.answer = ? AND p.part >= ?",
                kept.id(),
                kept.parts());
    }

    private static List<Source> sources(Handle handle, long id) {
        return handle.createQuery(
                        "SELECT number, article, start, quote FROM telegram_source WHERE answer = :id ORDER BY number")
                .bind("id", id)
                .map((row, context) -> new Source(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4)))
                .list();
    }
}
