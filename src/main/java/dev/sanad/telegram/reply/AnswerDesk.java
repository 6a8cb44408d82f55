package dev.sanad.telegram.reply;

import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.read.Reading;
import dev.sanad.telegram.wire.ChatWorkers;
import dev.sanad.telegram.wire.Failure;
import dev.sanad.telegram.wire.Receiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the inbox: a chat's updates in order, each done when its answers stand in the outbox. */
public final class AnswerDesk {
    private static final Logger log = LoggerFactory.getLogger(AnswerDesk.class);
    private static final int AT_ONCE = 64;
    private final Inbox inbox;
    private final Reading reading;
    private final Responder responder;
    private final LongConsumer send;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final ChatWorkers workers = new ChatWorkers("answer", this::step);
    private volatile boolean closing;

    /** @param send told of each chat that has something new in the outbox */
    public AnswerDesk(Inbox inbox, Reading reading, Responder responder, LongConsumer send) {
        this.inbox = inbox;
        this.reading = reading;
        this.responder = responder;
        this.send = send;
    }

    /** Goes on with what an earlier run left. */
    public void resume() {
        List<Long> chats = inbox.chats();
        if (!chats.isEmpty()) {
            log.info("updates of {} chats wait from an earlier run", chats.size());
        }
        chats.forEach(this::wake);
    }

    public void wake(long chat) {
        workers.wake(chat);
    }

    /** Ends the answers in hand within that time; an answer that is not ended by then is given at the next start. */
    public void close(Duration patience) throws InterruptedException {
        closing = true;
        workers.close(patience);
    }

    private boolean step(long chat) throws InterruptedException {
        places.acquire();
        try {
            Inbox.Received update = closing ? null : inbox.next(chat);
            if (update == null) {
                return false;
            }
            answer(update);
        } finally {
            places.release();
        }
        send.accept(chat);
        return true;
    }

    private void answer(Inbox.Received update) throws InterruptedException {
        Incoming incoming;
        try {
            incoming = reading.read(Receiver.message(update));
        } catch (RuntimeException e) {
            log.warn("update {} makes no sense, set aside in telegram_malformed: {}", update.id(), Failure.describe(e));
            inbox.setAside(update, e.toString());
            return;
        }
        inbox.finish(update, incoming == null ? List.of() : answers(update, incoming));
    }

    private List<Outbox.Draft> answers(Inbox.Received update, Incoming incoming) throws InterruptedException {
        try {
            return drafts(incoming, responder.respond(incoming));
        } catch (RuntimeException | Error e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("update " + update.id() + " is answered at the next start");
            }
            log.error("update {} failed, the reader is told: {}", update.id(), Failure.describe(e));
            log.debug("update {}", update.id(), e);
            return drafts(incoming, responder.failed(incoming));
        }
    }

    /** The first message replies to the question; what follows stands below it. */
    private static List<Outbox.Draft> drafts(Incoming incoming, List<String> messages) {
        List<Outbox.Draft> drafts = new ArrayList<>();
        for (String html : messages) {
            Integer replyTo = drafts.isEmpty() ? Integer.valueOf(incoming.message()) : null;
            drafts.add(new Outbox.Draft(incoming.chat(), incoming.topic(), replyTo, html));
        }
        return drafts;
    }
}
