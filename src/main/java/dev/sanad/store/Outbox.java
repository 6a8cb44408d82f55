package dev.sanad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Messages that Telegram has not yet taken, in order for each chat. They outlive the process. */
public final class Outbox {
    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /**
     * A message to be sent, edited or deleted.
     *
     * @param topic the forum topic that it goes to
     * @param replyTo the message that it answers
     * @param html 1 to 4096 UTF-16 units after its entities are parsed; empty: what stands there is deleted
     * @param keyboard rows of buttons as the Bot API takes them, JSON; null: none
     * @param part of an answer that it is: edited if that part was sent before
     * @param message that is edited
     */
    public record Draft(
            long chat,
            @Nullable Integer topic,
            @Nullable Integer replyTo,
            String html,
            @Nullable String keyboard,
            @Nullable Part part,
            @Nullable Integer message) {
        public Draft(long chat, @Nullable Integer topic, @Nullable Integer replyTo, String html) {
            this(chat, topic, replyTo, html, null, null, null);
        }

        /** An edit of a message that was sent. */
        public static Draft edit(long chat, int message, String html, @Nullable String keyboard) {
            return new Draft(chat, null, null, html, keyboard, null, message);
        }

        public Draft with(@Nullable String buttons) {
            return new Draft(chat, topic, replyTo, html, buttons, part, message);
        }

        public Draft as(Part ofAnAnswer) {
            return new Draft(chat, topic, replyTo, html, keyboard, ofAnAnswer, message);
        }

        public boolean deletes() {
            return html.isEmpty();
        }
    }

    /** One of the messages of an answer, from 0. */
    public record Part(long answer, int number) {}

    /**
     * A message that waits to be sent.
     *
     * @param sent the message that it is an edit of; null: it is sent anew
     */
    public record Waiting(long id, Draft draft, @Nullable Integer sent) {}

    /** The chats that have messages waiting, the longest waiting first. */
    public List<Long> chats() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT chat FROM telegram_message GROUP BY chat ORDER BY min(id)")
                                .mapTo(Long.class)
                                .list());
    }

    /** The chat's first message that waits; null when none does. */
    public @Nullable Waiting next(long chat) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT m.*, p.message AS sent FROM telegram_message m LEFT JOIN telegram_part p"
                                        + " ON p.answer = m.answer AND p.part = m.part WHERE m.chat = :chat ORDER BY m.id LIMIT 1")
                        .bind("chat", chat)
                        .map((row, context) -> waiting(row))
                        .findOne()
                        .orElse(null));
    }

    public void add(List<Draft> drafts) {
        database.write(handle -> {
            add(handle, drafts);
            return drafts.size();
        });
    }

    /** How many messages wait. */
    public int waiting() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM telegram_message")
                        .mapTo(Integer.class)
                        .one());
    }

    /**
     * Telegram has taken the message.
     *
     * @param message its message_id; 0 where the reply did not tell
     */
    public void sent(Waiting waiting, int message) {
        database.write(handle -> {
            Part part = waiting.draft().part();
            if (part != null && waiting.draft().deletes()) {
                handle.execute("DELETE FROM telegram_part WHERE answer = ? AND part = ?", part.answer(), part.number());
            } else if (part != null && message != 0) {
                handle.execute(
                        "UPDATE telegram_part SET message = ? WHERE answer = ? AND part = ?",
                        message,
                        part.answer(),
                        part.number());
            }
            return handle.execute("DELETE FROM telegram_message WHERE id = ?", waiting.id());
        });
    }

    /** The message that it was an edit of is not there any more: it is sent anew. */
    public void lost(Waiting waiting) {
        Part part = waiting.draft().part();
        if (part == null || waiting.draft().deletes()) {
            remove(waiting.id());
            return;
        }
        database.write(handle -> handle.execute(
                "UPDATE telegram_part SET message = NULL WHERE answer = ? AND part = ?", part.answer(), part.number()));
    }

    /** Telegram will never take the message, or it needs no sending. */
    public void remove(long id) {
        database.write(handle -> handle.execute("DELETE FROM telegram_message WHERE id = ?", id));
    }

    /** Nothing that waits for the chat can be sent to it any more. Returns how many messages that were. */
    public int removeAll(long chat) {
        return database.write(handle -> handle.execute("DELETE FROM telegram_message WHERE chat = ?", chat));
    }

    /** A group became a supergroup, where no old message id holds: what waits for it and its conversations move. */
    public void readdress(long from, long to) {
        database.write(handle -> {
            handle.execute("DELETE FROM telegram_message WHERE chat = ? AND message IS NOT NULL", from);
            handle.execute(
                    "UPDATE telegram_part SET message = NULL WHERE answer IN"
                            + " (SELECT id FROM telegram_answer WHERE chat = ?)",
                    from);
            handle.execute("UPDATE telegram_answer SET chat = ?, message = -id WHERE chat = ?", to, from);
            String group = "telegram:" + from + ":";
            handle.execute(
                    "UPDATE turn SET conversation = ? || substr(conversation, ?) WHERE substr(conversation, 1, ?) = ?",
                    "telegram:" + to + ":",
                    group.length() + 1,
                    group.length(),
                    group);
            return handle.execute(
                    "UPDATE telegram_message SET chat = ?, topic = NULL, reply_to = NULL WHERE chat = ?", to, from);
        });
    }

    /** Telegram wants nothing sent to the chat before then. */
    public void pause(long chat, Instant until) {
        database.write(handle ->
                handle.execute("INSERT OR REPLACE INTO telegram_pause VALUES (?, ?)", chat, until.toEpochMilli()));
    }

    /** The chats that Telegram wants left in peace beyond {@code now}, with the end of it; forgets those that are over. */
    public Map<Long, Instant> pauses(Instant now) {
        return database.write(handle -> {
            handle.execute("DELETE FROM telegram_pause WHERE until <= ?", now.toEpochMilli());
            Map<Long, Instant> pauses = new HashMap<>();
            handle.createQuery("SELECT chat, until FROM telegram_pause")
                    .map((row, context) -> Map.entry(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                    .forEach(pause -> pauses.put(pause.getKey(), pause.getValue()));
            return pauses;
        });
    }

    static void add(Handle handle, List<Draft> drafts) {
        for (Draft draft : drafts) {
            Part part = draft.part();
            if (part != null && !draft.deletes()) {
                handle.execute(
                        "INSERT INTO telegram_part (answer, part, html, keyboard) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET html = excluded.html, keyboard = excluded.keyboard",
                        part.answer(),
                        part.number(),
                        draft.html(),
                        draft.keyboard());
            }
            handle.execute(
                    "INSERT INTO telegram_message (chat, topic, reply_to, html, keyboard, answer, part, message)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    draft.chat(),
                    draft.topic(),
                    draft.replyTo(),
                    draft.html(),
                    draft.keyboard(),
                    part == null ? null : part.answer(),
                    part == null ? null : part.number(),
                    draft.message());
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Integer answer = integer(row, "answer");
        Integer number = integer(row, "part");
        Integer message = integer(row, "message");
        var draft = new Draft(
                row.getLong("chat"),
                integer(row, "topic"),
                integer(row, "reply_to"),
                row.getString("html"),
                row.getString("keyboard"),
                answer == null || number == null ? null : new Part(answer, number),
                message);
        return new Waiting(row.getLong("id"), draft, message == null ? integer(row, "sent") : message);
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(value);
    }
}
