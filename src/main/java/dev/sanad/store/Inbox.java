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

    /** What waits for what: a chat's updates of one lane are dealt with one at a time, in the order they came. */
    public enum Lane {
        MESSAGES(0),
        BUTTONS(1),
        INLINE(2);

        private final int number;

        Lane(int number) {
            this.number = number;
        }

        private static Lane of(int number) {
            return switch (number) {
                case 0 -> MESSAGES;
                case 1 -> BUTTONS;
                default -> INLINE;
            };
        }
    }

    /** @param chat for inline queries the reader */
    public record Queue(long chat, Lane lane) {}

    /**
     * An update that can be read.
     *
     * @param id Telegram's update_id
     * @param json as Telegram sent it
     */
    public record Received(long id, Queue queue, String json) {
        public Received(long id, long chat, String json) {
            this(id, new Queue(chat, Lane.MESSAGES), json);
        }

        public long chat() {
            return queue.chat();
        }
    }

    /** An update that cannot be read, and why. */
    public record Malformed(long id, String json, String reason) {}

    /** On the disk when this returns. An id that was received before changes nothing. */
    public void store(List<Received> updates, List<Malformed> malformed) {
        long now = clock.millis();
        database.write(handle -> {
            for (Received update : updates) {
                handle.execute(
                        "INSERT OR IGNORE INTO telegram_update (id, chat, lane, received, json) VALUES (?, ?, ?, ?, ?)",
                        update.id(),
                        update.chat(),
                        update.queue().lane().number,
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

    /** The queues that have updates waiting, the longest waiting first. */
    public List<Queue> queues() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT chat, lane FROM telegram_update"
                                + " WHERE json IS NOT NULL GROUP BY chat, lane ORDER BY min(received), min(id)")
                        .map((row, context) -> new Queue(row.getLong(1), Lane.of(row.getInt(2))))
                        .list());
    }

    /** The queue's first update that waits; null when none does. */
    public @Nullable Received next(Queue queue) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT id, json FROM telegram_update"
                                        + " WHERE chat = :chat AND lane = :lane AND json IS NOT NULL ORDER BY received, id LIMIT 1")
                        .bind("chat", queue.chat())
                        .bind("lane", queue.lane().number)
                        .map((row, context) -> new Received(row.getLong(1), queue, row.getString(2)))
                        .findOne()
                        .orElse(null));
    }

    /** How many updates wait. */
    public int waiting() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM telegram_update WHERE json IS NOT NULL")
                        .mapTo(Integer.class)
                        .one());
    }

    /** Whether a later update of the queue waits behind this one. */
    public boolean isOvertaken(Received update) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM telegram_update"
                                        + " WHERE chat = :chat AND lane = :lane AND json IS NOT NULL AND id <> :id")
                                .bind("chat", update.chat())
                                .bind("lane", update.queue().lane().number)
                                .bind("id", update.id())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /**
     * What is to be said and noted of an update.
     *
     * @param kept null where it was no question
     * @param forgotten the reader all of whose data is deleted
     */
    public record Outcome(
            List<Outbox.Draft> messages,
            Answers.@Nullable Kept kept,
            @Nullable Long forgotten) {
        public Outcome {
            messages = List.copyOf(messages);
        }

        public static Outcome of(List<Outbox.Draft> messages) {
            return new Outcome(messages, null, null);
        }
    }

    /** The update is dealt with, and its messages wait in the outbox: both or neither. */
    public void finish(Received update, Outcome outcome) {
        database.write(handle -> {
            int finished = handle.execute(
                    "UPDATE telegram_update SET json = NULL WHERE id = ? AND json IS NOT NULL", update.id());
            if (finished == 1) {
                if (outcome.forgotten() != null) {
                    Readers.forget(handle, outcome.forgotten());
                }
                if (outcome.kept() != null) {
                    Answers.keep(handle, outcome.kept());
                }
                Outbox.add(handle, outcome.messages());
            }
            return finished;
        });
    }

    /** What came from the chat before that update and still waits is not wanted any more. */
    public void drop(long chat, long update) {
        database.write(handle -> handle.execute(
                "UPDATE telegram_update SET json = NULL WHERE chat = ? AND lane = ? AND id < ?",
                chat,
                Lane.MESSAGES.number,
                update));
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
