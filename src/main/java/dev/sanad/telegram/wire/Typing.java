package dev.sanad.telegram.wire;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Shows a reader that the bot is at work, until closed. It takes only turns that no message waits for. */
public final class Typing implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Typing.class);
    /** An answer that is quicker needs no such sign, which would outlast it. */
    private static final Duration FIRST = Duration.ofMillis(400);
    /** Telegram shows the sign for five seconds. */
    private static final Duration AGAIN = Duration.ofMillis(4_800);

    private final BotApi api;
    private final Rates rates;
    private final long chat;
    private final @Nullable Integer topic;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Typing(BotApi api, Rates rates, long chat, @Nullable Integer topic) {
        this.api = api;
        this.rates = rates;
        this.chat = chat;
        this.topic = topic;
    }

    public static Typing begin(BotApi api, Rates rates, long chat, @Nullable Integer topic) {
        var typing = new Typing(api, rates, chat, topic);
        Thread.ofVirtual().name("typing").start(typing::run);
        return typing;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            Duration wait = FIRST;
            while (!closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                show();
                wait = AGAIN;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() throws InterruptedException {
        try (Rates.Turn turn = rates.takeSpare(chat)) {
            if (turn != null) {
                api.typing(chat, topic);
            }
        } catch (TelegramApiException e) {
            rates.obeyIfAsked(chat, BotApi.retryAfter(e));
            log.debug("chat {}: typing is not shown: {}", chat, BotApi.reason(e));
        }
    }
}
