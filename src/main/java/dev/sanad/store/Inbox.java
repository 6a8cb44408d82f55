package dev.sanad.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Updates from Telegram until they are dealt with. They outlive the process, and each stands here once. */
public final class Inbox {
    /** A turn behind those that the queue is at, and behind the reader's own. */
    private static final String INSERT =
            "INSERT OR IGNORE INTO telegram_update (id, chat, lane, received, json, reader, turn)"
                    + " VALUES (:id, :chat, :lane, :received, :json, :reader, max("
                    + "coalesce((SELECT min(turn) FROM telegram_update"
                    + " WHERE chat = :chat AND lane = :lane AND json IS NOT NULL), 0),"
                    + "coalesce((SELECT max(turn) + 1 FROM telegram_update"
                    + " WHERE chat = :chat AND lane = :lane AND reader = :reader AND json IS NOT NULL), 0)))";

    private final Database database;
    private final InstantSource clock;
    private final int most;

    public Inbox(Database database, InstantSource clock) {
        this(database, clock, 0);
    }

    /** @param most so many messages of one reader wait; what comes beyond them is in excess. 0: any number */
    public Inbox(Database database, InstantSource clock, int most) {
        this.database = database;
        this.clock = clock;
        this.most = most;
    }

    /**
     * What waits for what: a chat's updates of one lane are dealt with one at a time, a reader's in the order they came, and
     * readers in turn.
     */
    public enum Lane {
        MESSAGES(0),
        BUTTONS(1),
        INLINE(2),
        /** Messages of a reader who has too many waiting. */
        EXCESS(3);

        private final int number;

        Lane(int number) {
            this.number = number;
        }

        private static Lane of(int number) {
            return switch (number) {
                case 0 -> MESSAGES;
                case 1 -> BUTTONS;
                case 2 -> INLINE;
                default -> EXCESS;
            };
        }
    }

    /** @param chat for inline queries the reader */
    public record Queue(long chat, Lane lane) {}

    /**
     * An update that can be read.
     *
     * @param id Telegram's update_id
     * @param reader the user, or the chat that speaks as itself; 0: unknown
     * @param json as Telegram sent it
     */
    public record Received(long id, Queue queue, long reader, String json) {
        /** A message of a private chat. */
        public Received(long id, long chat, String json) {
            this(id, new Queue(chat, Lane.MESSAGES), chat, json);
        }

        public long chat() {
            return queue.chat();
        }
    }

    /** An update that cannot be read, and why. */
    public record Malformed(long id, String json, String reason) {}

    /**
     * On the disk when this returns. An id that was received before changes nothing.
     *
     * @return the queues in which the updates wait, each once
     */
    public Set<Queue> store(List<Received> updates, List<Malformed> malformed) {
        long now = clock.millis();
        return database.write(handle -> {
            Set<Queue> queues = new LinkedHashSet<>();
            for (Received update : updates) {
                Queue queue = isExcess(handle, update) ? new Queue(update.chat(), Lane.EXCESS) : update.queue();
                queues.add(queue);
                handle.createUpdate(INSERT)
                        .bind("id", update.id())
                        .bind("chat", queue.chat())
                        .bind("lane", queue.lane().number)
                        .bind("received", now)
                        .bind("json", update.json())
                        .bind("reader", update.reader())
                        .execute();
            }
            for (Malformed update : malformed) {
                handle.execute(
                        "INSERT OR IGNORE INTO telegram_malformed (id, received, json, reason) VALUES (?, ?, ?, ?)",
                        update.id(),
                        now,
                        update.json(),
                        update.reason());
            }
            return queues;
        });
    }

    private boolean isExcess(Handle handle, Received update) {
        if (most == 0 || update.reader() == 0 || update.queue().lane() != Lane.MESSAGES) {
            return false;
        }
        return handle.createQuery("SELECT count(*) FROM telegram_update"
                                + " WHERE reader = :reader AND lane = 0 AND json IS NOT NULL")
                        .bind("reader", update.reader())
                        .mapTo(Integer.class)
                        .one()
                >= most;
    }

    /** The queues that have updates waiting, the longest waiting first. */
    public List<Queue> queues() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT chat, lane FROM telegram_update"
                                + " WHERE json IS NOT NULL GROUP BY chat, lane ORDER BY min(received), min(id)")
                        .map((row, context) -> new Queue(row.getLong(1), Lane.of(row.getInt(2))))
                        .list());
    }

    /** The queue's update whose turn it is; null when none waits. */
    public @Nullable Received next(Queue queue) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT id, reader, json FROM telegram_update WHERE chat = :chat AND lane = :lane"
                                        + " AND json IS NOT NULL ORDER BY turn, received, id LIMIT 1")
                        .bind("chat", queue.chat())
                        .bind("lane", queue.lane().number)
                        .map((row, context) -> new Received(row.getLong(1), queue, row.getLong(2), row.getString(3)))
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
                    "UPDATE telegram_update SET json = NULL, reader = 0 WHERE id = ? AND json IS NOT NULL",
                    update.id());
            if (finished == 1) {
                if (outcome.forgotten() != null) {
                    Readers.forget(handle, outcome.forgotten(), update.id());
                }
                if (outcome.kept() != null) {
                    Answers.keep(handle, outcome.kept());
                }
                Outbox.add(handle, outcome.messages());
            }
            return finished;
        });
    }

    /** Deletes once more what is kept of the reader: an answer was under way when they asked for it. */
    public void forgetAgain(long reader, Received last) {
        database.write(handle -> {
            Readers.forget(handle, reader, last.id());
            return 1;
        });
    }

    /** What came from the chat before that update and still waits is not wanted any more. */
    public void drop(long chat, long update) {
        database.write(handle -> handle.execute(
                "UPDATE telegram_update SET json = NULL, reader = 0 WHERE chat = ? AND lane IN (?, ?) AND id < ?",
                chat,
                Lane.MESSAGES.number,
                Lane.EXCESS.number,
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
            return handle.execute("UPDATE telegram_update SET json = NULL, reader = 0 WHERE id = ?", update.id());
        });
    }

    /** Forgets the ids of updates that were dealt with and came before that time. */
    public void forget(Instant before) {
        database.write(handle -> handle.execute(
                "DELETE FROM telegram_update WHERE json IS NULL AND received < ?", before.toEpochMilli()));
    }

    /** Forgets the updates that were set aside before that time. */
    public void forgetMalformed(Instant before) {
        database.write(
                handle -> handle.execute("DELETE FROM telegram_malformed WHERE received < ?", before.toEpochMilli()));
    }

    /** Updates that were set aside, in order of their ids. */
    public List<Malformed> malformed() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id, json, reason FROM telegram_malformed ORDER BY id")
                        .map((row, context) -> new Malformed(row.getLong(1), row.getString(2), row.getString(3)))
                        .list());
    }
}
