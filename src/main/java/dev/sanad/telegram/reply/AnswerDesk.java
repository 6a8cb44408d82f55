package dev.sanad.telegram.reply;

import dev.sanad.store.Inbox;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.read.Reading;
import dev.sanad.telegram.wire.ChatWorkers;
import dev.sanad.telegram.wire.Failure;
import dev.sanad.telegram.wire.Receiver;
import dev.sanad.telegram.wire.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the inbox: a chat's updates in order, each done when its answers stand in the outbox. */
public final class AnswerDesk {
    private static final Logger log = LoggerFactory.getLogger(AnswerDesk.class);
    private static final int AT_ONCE = 64;
    /** Buttons and what is typed inline wait for no answer to a question. */
    private static final int AT_ONCE_BESIDE = 16;

    private final Inbox inbox;
    private final Reading reading;
    private final Responder responder;
    private final Sender send;
    private final Health health;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Semaphore placesBeside = new Semaphore(AT_ONCE_BESIDE, true);
    private final ChatWorkers<Inbox.Queue> workers = new ChatWorkers<>("answer", this::step);
    /** How many updates of a reader are being answered, in private and in groups. */
    private final Map<Long, Integer> inHand = new ConcurrentHashMap<>();
    /** Readers who were forgotten while others of their updates were being answered, with the one that asked for it. */
    private final Map<Long, Inbox.Received> forgotten = new ConcurrentHashMap<>();

    private volatile boolean closing;

    /** @param send told of each chat that has something new in the outbox */
    public AnswerDesk(Inbox inbox, Reading reading, Responder responder, Sender send, Health health) {
        this.inbox = inbox;
        this.reading = reading;
        this.responder = responder;
        this.send = send;
        this.health = health;
    }

    /** Goes on with what an earlier run left. */
    public void resume() {
        List<Inbox.Queue> queues = inbox.queues();
        if (!queues.isEmpty()) {
            log.info("updates of {} chats wait from an earlier run", queues.size());
        }
        queues.forEach(this::wake);
    }

    public void wake(Inbox.Queue queue) {
        workers.wake(queue);
    }

    /** Ends the answers in hand within that time; an answer that is not ended by then is given at the next start. */
    public void close(Duration patience) throws InterruptedException {
        closing = true;
        workers.close(patience);
    }

    private boolean step(Inbox.Queue queue) throws InterruptedException {
        Semaphore taken = switch (queue.lane()) {
            case MESSAGES, EXCESS -> places;
            case BUTTONS, INLINE -> placesBeside;
        };
        taken.acquire();
        try {
            Inbox.Received update = closing ? null : inbox.next(queue);
            if (update == null) {
                return false;
            }
            inHand.merge(update.reader(), 1, Integer::sum);
            try {
                answer(update);
            } finally {
                end(update.reader());
            }
        } finally {
            taken.release();
        }
        send.wake(queue.chat());
        return true;
    }

    private void end(long reader) {
        if (inHand.computeIfPresent(reader, (id, updates) -> updates == 1 ? null : updates - 1) != null) {
            return;
        }
        Inbox.Received request = forgotten.remove(reader);
        if (request != null) {
            inbox.forgetAgain(reader, request);
            send.forget(reader);
        }
    }

    private void answer(Inbox.Received update) throws InterruptedException {
        if (update.queue().lane() == Inbox.Lane.INLINE && inbox.isOvertaken(update)) {
            // with every key comes a query, and the reader waits for the last one only
            inbox.finish(update, Say.nothing());
            return;
        }
        Incoming incoming;
        try {
            incoming = reading.read(Receiver.update(update));
        } catch (RuntimeException e) {
            log.warn("update {} makes no sense, set aside in telegram_malformed: {}", update.id(), Failure.describe(e));
            inbox.setAside(update, e.toString());
            return;
        }
        Inbox.Outcome outcome = incoming == null ? Say.nothing() : outcome(update, withoutExcess(update, incoming));
        inbox.finish(update, outcome);
        if (outcome.forgotten() != null) {
            if (inHand.getOrDefault(outcome.forgotten(), 0) > 1) {
                forgotten.put(outcome.forgotten(), update);
            }
            send.forget(outcome.forgotten());
        }
    }

    /** Of what is in excess, only questions are left unanswered. */
    private static Incoming withoutExcess(Inbox.Received update, Incoming incoming) {
        boolean asks = incoming.content() instanceof Incoming.Asked
                || (incoming.content() instanceof Incoming.Command command
                        && command.name().equals("ask"));
        return asks && update.queue().lane() == Inbox.Lane.EXCESS ? incoming.with(new Incoming.Excess()) : incoming;
    }

    private Inbox.Outcome outcome(Inbox.Received update, Incoming incoming) throws InterruptedException {
        try {
            return responder.respond(incoming);
        } catch (RuntimeException | Error e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("update " + update.id() + " is answered at the next start");
            }
            health.failed();
            log.error("update {} failed, the reader is told: {}", update.id(), Failure.describe(e));
            log.debug("update {}", update.id(), e);
            return responder.failed(incoming);
        }
    }
}
