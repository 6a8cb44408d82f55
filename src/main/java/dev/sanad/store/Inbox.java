package dev.sanad.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Updates from Telegram until they are dealt with. They outlive the process, and each stands here once. */
public final class Inbox {
    private final Database database;
    private final InstantSource clock;

    public Inbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An update that can be read.
     *
     * @param id Telegram's update_id
     * @param json as Telegram sent it
     */
    public record Received(long id, long chat, String json) {}

    /** An update that cannot be read, and why. */
    public record Malformed(long id, String json, String reason) {}

    /** On the disk when this returns. An id that was received before changes nothing. */
    public void store(List<Received> updates, List<Malformed> malformed) {
        long now = clock.millis();
        database.write(handle -> {
            for (Received update : updates) {
                handle.execute(
                        "INSERT OR IGNORE INTO telegram_update (id, chat, received, json) VALUES (?, ?, ?, ?)",
                        update.id(),
                        update.chat(),
                        now,
                        update.json());
            }
            for (Malformed update : malformed) {
                handle.execute(
                        "INSERT OR IGNORE INTO telegram_malformed (id, received, json, reason) VALUES (?, ?, ?, ?)",
                        update.id(),
                        now,
                        update.json(),
                        update.reason());
            }
            return updates.size();
        });
    }

    /** The chats that have updates waiting, the longest waiting first. */
    public List<Long> chats() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT chat FROM telegram_update WHERE json IS NOT NULL"
                                + " GROUP BY chat ORDER BY min(received), min(id)")
                        .mapTo(Long.class)
                        .list());
    }

    /** The chat's first update that waits; null when none does. */
    public @Nullable Received next(long chat) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id, chat, json FROM telegram_update"
                                + " WHERE chat = :chat AND json IS NOT NULL ORDER BY received, id LIMIT 1")
                        .bind("chat", chat)
                        .map((row, context) -> new Received(row.getLong(1), row.getLong(2), row.getString(3)))
                        .findOne()
                        .orElse(null));
    }

    /** The update is dealt with, and its answers wait in the outbox: both or neither. */
    public void finish(Received update, List<Outbox.Draft> answers) {
        database.write(handle -> {
            int finished = handle.execute(
                    "UPDATE telegram_update SET json = NULL WHERE id = ? AND json IS NOT NULL", update.id());
            if (finished == 1) {
                Outbox.add(handle, answers);
            }
            return finished;
        });
    }

    /** The update waits no more, and stands among the malformed ones. */
    public void setAside(Received update, String reason) {
        database.write(handle -> {
            handle.execute(
                    "INSERT OR IGNORE INTO telegram_malformed (id, received, json, reason) VALUES (?, ?, ?, ?)",
                    update.id(),
                    clock.millis(),
                    update.json(),
                    reason);
            return handle.execute("UPDATE telegram_update SET json = NULL WHERE id = ?", update.id());
        });
    }

    /** Forgets the ids of updates that were dealt with and came before that time. */
    public void forget(Instant before) {
        database.write(handle -> handle.execute(
                "DELETE FROM telegram_update WHERE json IS NULL AND received < ?", before.toEpochMilli()));
    }

    /** Updates that were set aside, in order of their ids. */
    public List<Malformed> malformed() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id, json, reason FROM telegram_malformed ORDER BY id")
                        .map((row, context) -> new Malformed(row.getLong(1), row.getString(2), row.getString(3)))
                        .list());
    }
}
