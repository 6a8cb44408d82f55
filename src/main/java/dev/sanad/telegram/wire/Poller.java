package dev.sanad.telegram.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.config.Settings;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The library's long polling, started until it runs, started again should it die, and stopped in full. */
public final class Poller {
    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(2);
    private final TelegramUrl url;
    private final String token;
    private final OkHttpClient http;
    private final PollWatch watch;
    private final Receiver receiver;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-poll").factory());
    private @Nullable TelegramBotsLongPollingApplication application;
    private @Nullable BotSession session;

    /** @param http watched by {@code watch} */
    public Poller(Settings.Telegram settings, String token, OkHttpClient http, PollWatch watch, Receiver receiver) {
        this.url = BotHttp.url(settings.apiUrl());
        this.token = token;
        this.http = http;
        this.watch = watch;
        this.receiver = receiver;
    }

    /** True when polling goes on; false when it could not be started and how long to wait stands in the watch. */
    public boolean ensureRunning() {
        if (session != null) {
            var polling = session.getRunningPolling();
            if (polling != null && !polling.isDone()) {
                return true;
            }
            log.error("polling Telegram has died, starting it again");
        }
        // a registration that failed stays in the application, so each try has an application of its own
        var fresh = new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> thread, () -> watch);
        application = fresh;
        try {
            session = fresh.registerBot(token, () -> url, last -> receiver.next(), updates -> {});
            return true;
        } catch (TelegramApiException e) {
            log.debug("polling could not be started", e);
            return false;
        }
    }

    /** The library's own close leaves the poll in flight and its thread. */
    public void close() throws InterruptedException {
        if (application != null) {
            try {
                application.close();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                log.debug("the library did not close cleanly", e);
            }
        }
        thread.shutdownNow();
        http.dispatcher().cancelAll();
        if (!thread.awaitTermination(UNTIL_STOPPED.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("the polling thread does not end");
        }
    }
}
