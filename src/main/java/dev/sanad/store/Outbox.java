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
     * A message to be sent.
     *
     * @param topic the forum topic that it goes to
     * @param replyTo the message that it answers
     * @param html 1 to 4096 UTF-16 units after its entities are parsed
     */
    public record Draft(
            long chat, @Nullable Integer topic, @Nullable Integer replyTo, String html) {}

    /** A message that waits to be sent. */
    public record Waiting(long id, Draft draft) {}

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
                                "SELECT * FROM telegram_message WHERE chat = :chat ORDER BY id LIMIT 1")
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

    /** Telegram has taken the message, or never will. */
    public void remove(long id) {
        database.write(handle -> handle.execute("DELETE FROM telegram_message WHERE id = ?", id));
    }

    /** Nothing that waits for the chat can be sent to it any more. Returns how many messages that were. */
    public int removeAll(long chat) {
        return database.write(handle -> handle.execute("DELETE FROM telegram_message WHERE chat = ?", chat));
    }

    /** What waits for one chat goes to another: a group became a supergroup, where no old message id holds. */
    public void readdress(long from, long to) {
        database.write(handle -> handle.execute(
                "UPDATE telegram_message SET chat = ?, topic = NULL, reply_to = NULL WHERE chat = ?", to, from));
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
            handle.execute(
                    "INSERT INTO telegram_message (chat, topic, reply_to, html) VALUES (?, ?, ?, ?)",
                    draft.chat(),
                    draft.topic(),
                    draft.replyTo(),
                    draft.html());
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        int topic = row.getInt("topic");
        Integer inTopic = row.wasNull() ? null : Integer.valueOf(topic);
        int reply = row.getInt("reply_to");
        Integer replyTo = row.wasNull() ? null : Integer.valueOf(reply);
        return new Waiting(row.getLong("id"), new Draft(row.getLong("chat"), inTopic, replyTo, row.getString("html")));
    }
}
