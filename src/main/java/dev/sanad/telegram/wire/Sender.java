package dev.sanad.telegram.wire;

import dev.sanad.store.Database;
import dev.sanad.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the outbox: a chat's messages in order, each until Telegram has taken it or never will. */
public final class Sender {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private final Database database;
    private final Outbox outbox;
    private final BotApi api;
    private final Rates rates;
    private final InstantSource clock;
    private final ChatWorkers<Long> workers = new ChatWorkers<>("send", this::step);
    private final Map<Long, Integer> failures = new ConcurrentHashMap<>();
    private final Set<Long> farewells = ConcurrentHashMap.newKeySet();
    private final ShownMessages shown = new ShownMessages();
    private final AtomicBoolean unwell = new AtomicBoolean();

    public Sender(Database database, BotApi api, Rates rates, InstantSource clock) {
        this.database = database;
        this.outbox = new Outbox(database);
        this.api = api;
        this.rates = rates;
        this.clock = clock;
    }

    /** Goes on with what an earlier run left. */
    public void resume() {
        Instant now = clock.instant();
        outbox.pauses(now).forEach((chat, until) -> rates.obey(chat, Duration.between(now, until)));
        outbox.chats().forEach(this::wake);
    }

    public void wake(long chat) {
        workers.wake(chat);
    }

    /** The reader is forgotten: once the last message to them is sent, nothing of it stays in the database's log either. */
    public void forget(long reader) {
        farewells.add(reader);
    }

    /** Sends what may be sent at once within that time; the rest waits for the next start. */
    public void close(Duration patience) throws InterruptedException {
        workers.close(patience);
    }

    private boolean step(Long chat) throws InterruptedException {
        Outbox.Waiting message = outbox.next(chat);
        if (message == null) {
            failures.remove(chat);
            if (farewells.remove(chat)) {
                database.checkpoint();
            }
            return false;
        }
        if (message.sent() != null && !message.draft().deletes() && isShown(message)) {
            outbox.remove(message.id());
            return true;
        }
        MessageForm form = api.form();
        while (true) {
            Delivery delivery;
            try (Rates.Turn turn = turn(chat)) {
                if (turn == null) {
                    return false;
                }
                if (!message.equals(outbox.next(chat))) {
                    // it was dropped, or another took its place, while it waited for its turn
                    return true;
                }
                delivery = api.send(message.draft(), message.sent(), form);
            }
            if (form == MessageForm.PLAIN || !(delivery instanceof Delivery.Unparsable(String reason))) {
                return settle(chat, message, delivery);
            }
            form = form.simpler();
            log.warn("chat {}: Telegram cannot take message {}, sent as {}: {}", chat, message.id(), form, reason);
        }
    }

    /** Waits for the chat's turn; null if the bot is being closed while Telegram wants a pause. */
    private Rates.@Nullable Turn turn(long chat) throws InterruptedException {
        while (true) {
            Rates.Turn turn = rates.take(chat);
            Duration pause = rates.pause(chat);
            if (pause.isZero()) {
                return turn;
            }
            turn.close();
            if (!workers.pause(pause)) {
                return null;
            }
        }
    }

    private boolean settle(long chat, Outbox.Waiting message, Delivery delivery) throws InterruptedException {
        switch (delivery) {
            case Delivery.Sent(int id) -> {
                outbox.sent(message, id);
                shown.put(chat, message.sent() == null ? Integer.valueOf(id) : message.sent(), message.draft());
            }
            case Delivery.Lost() -> outbox.lost(message);
            case Delivery.Limited(Duration retryAfter) -> {
                log.info("chat {}: Telegram asks to wait {} s", chat, retryAfter.toSeconds());
                rates.obey(chat, retryAfter);
                outbox.pause(chat, clock.instant().plus(retryAfter));
            }
            case Delivery.Moved(long to) -> {
                log.info("chat {} is now chat {}", chat, to);
                outbox.readdress(chat, to);
                wake(to);
            }
            case Delivery.Barred() -> {
                int dropped = outbox.removeAll(chat);
                log.info("chat {} does not let the bot write: {} messages dropped", chat, dropped);
            }
            case Delivery.Unparsable(String reason) -> giveUp(chat, message, reason);
            case Delivery.Refused(String reason) -> giveUp(chat, message, reason);
            case Delivery.Unclear(String reason) -> {
                return tryLater(chat, reason);
            }
        }
        failures.remove(chat);
        if (delivery instanceof Delivery.Sent && unwell.compareAndSet(true, false)) {
            log.info("messages reach Telegram again");
        }
        return true;
    }

    private boolean isShown(Outbox.Waiting message) {
        return message.sent() != null && shown.has(message.draft().chat(), message.sent(), message.draft());
    }

    private void giveUp(long chat, Outbox.Waiting message, String reason) {
        log.warn("chat {}: Telegram refuses message {}, given up: {}", chat, message.id(), reason);
        outbox.remove(message.id());
    }

    private boolean tryLater(long chat, String reason) throws InterruptedException {
        if (unwell.compareAndSet(false, true)) {
            log.warn("a message did not reach Telegram, it will be sent again until it does: {}", reason);
        }
        return workers.pause(Waits.after(failures.merge(chat, 1, Integer::sum)));
    }
}
