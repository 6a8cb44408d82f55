package dev.sanad.telegram.reply;

import dev.sanad.ingest.Progress;
import dev.sanad.ingest.SyncReport;
import dev.sanad.render.Messages;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.telegram.wire.Delivery;
import dev.sanad.telegram.wire.Rates;
import dev.sanad.text.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the archive up to date on an admin's word, in the background, and shows them how far it is. */
public final class Reindexing implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Reindexing.class);
    private static final Duration SHOWN = Duration.ofSeconds(6);
    private final Services.Reindex reindex;
    private final BotApi api;
    private final Rates rates;
    private final Outbox outbox;
    private final Health health;
    private final TelegramRenderer renderer;
    private final LongConsumer send;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();
    private volatile boolean closed;

    /** @param send told of each chat that has something new in the outbox */
    public Reindexing(
            Services.Reindex reindex,
            BotApi api,
            Rates rates,
            Outbox outbox,
            Health health,
            TelegramRenderer renderer,
            LongConsumer send) {
        this.reindex = reindex;
        this.api = api;
        this.rates = rates;
        this.outbox = outbox;
        this.health = health;
        this.renderer = renderer;
        this.send = send;
    }

    Inbox.Outcome begin(Incoming incoming, Language language) {
        Thread thread = Thread.ofVirtual().name("reindex").unstarted(() -> run(incoming, language));
        if (!running.compareAndSet(null, thread)) {
            return new Say(renderer).text(incoming, language, "reindex.running");
        }
        thread.start();
        return Say.nothing();
    }

    /** Breaks off what is under way and does not wait for it: what it has committed stands. */
    @Override
    public void close() {
        closed = true;
        Thread thread = running.get();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(Incoming incoming, Language language) {
        var seen = new Seen();
        var ended = new CountDownLatch(1);
        Thread shower = Thread.ofVirtual().name("reindex-progress").start(() -> show(incoming, language, seen, ended));
        String text;
        try {
            text = report(reindex.run(seen), language);
            health.report(Health.Part.INDEX, true);
        } catch (IOException | RuntimeException e) {
            if (closed) {
                log.debug("it was broken off", e);
                return;
            }
            log.error("the archive could not be brought up to date", e);
            health.report(Health.Part.INDEX, false);
            text = Messages.of(language).text("reindex.failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } finally {
            running.set(null);
            ended.countDown();
        }
        try {
            shower.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var drafts = renderer.lines(List.of(text), language).stream()
                .map(html -> new Outbox.Draft(incoming.chat(), incoming.topic(), incoming.message(), html))
                .toList();
        outbox.add(drafts);
        send.accept(incoming.chat());
    }

    private static String report(SyncReport report, Language language) {
        Messages messages = Messages.of(language);
        return messages.text(
                "reindex.done",
                TelegramRenderer.count(report.added(), language),
                TelegramRenderer.count(report.changed(), language),
                TelegramRenderer.count(report.removed(), language),
                TelegramRenderer.count(report.failures().size(), language));
    }

    /** A message that is edited every few seconds and deleted in the end. */
    private void show(Incoming incoming, Language language, Seen seen, CountDownLatch ended) {
        Integer message = null;
        try {
            String before = "";
            while (!ended.await(SHOWN.toMillis(), TimeUnit.MILLISECONDS)) {
                String text = seen.text(language);
                if (text.equals(before)) {
                    continue;
                }
                try (Rates.Turn turn = rates.tryTake(incoming.chat())) {
                    if (turn == null) {
                        continue;
                    }
                    before = text;
                    var draft = new Outbox.Draft(incoming.chat(), incoming.topic(), null, text);
                    if (api.send(draft, message) instanceof Delivery.Sent(int id) && message == null && id != 0) {
                        message = id;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (message != null) {
            outbox.add(List.of(Outbox.Draft.edit(incoming.chat(), message, "", null)));
        }
    }

    /** How far it is. */
    private static final class Seen implements Progress {
        private final AtomicReference<Kind> kind = new AtomicReference<>(Kind.READING);
        private final AtomicLong total = new AtomicLong();
        private final AtomicLong done = new AtomicLong();

        @Override
        public Task begin(Kind what, long steps) {
            kind.set(what);
            total.set(steps);
            done.set(0);
            return new Task() {
                @Override
                public void step(long more) {
                    done.addAndGet(more);
                }

                @Override
                public void close() {
                    done.set(total.get());
                }
            };
        }

        String text(Language language) {
            long all = total.get();
            long percent = all <= 0 ? 0 : Math.min(100, done.get() * 100 / all);
            String key = kind.get() == Kind.READING ? "reindex.reading" : "reindex.indexing";
            return Messages.of(language).text(key, TelegramRenderer.count(percent, language));
        }
    }
}
