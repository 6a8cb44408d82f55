package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.store.Database;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.telegram.wire.BotHttp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;

class FuzzTest {
    private static final int UPDATES = 10_000;
    private static final long SEED = 20_261_125;
    private static final long READER = 900_501;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Path folder;
    private final List<String> uncaught = new CopyOnWriteArrayList<>();

    FuzzTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void tenThousandFuzzedUpdatesBreakNothing() throws Exception {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        root.addAppender(logged);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(thread + ": " + e));
        try (var talk = new Talk(folder, new ScriptedConversations(Duration.ZERO))) {
            var fuzzed = new FuzzedUpdates(SEED);
            for (int update = 0; update < UPDATES; update++) {
                talk.telegram().offer(fuzzed.next());
            }
            int question = talk.telegram().says(READER, "en", "still there?");
            var inbox = new Inbox(talk.database(), InstantSource.system());
            await().atMost(PATIENCE).until(() -> talk.telegram().unconfirmed() == 0 && inbox.waiting() == 0);

            assertThat(inbox.malformed())
                    .hasSizeGreaterThan(100)
                    .allSatisfy(malformed -> assertThat(malformed.reason()).isNotBlank());
            assertThat(talk.telegram().sent()).hasSizeGreaterThan(100);
            assertThat(talk.telegram().calls("answerinlinequery")).hasSizeGreaterThan(50);
            assertThat(talk.telegram().calls("answercallbackquery")).hasSizeGreaterThan(50);
            talk.stop();
            sendTheRest(talk.database(), talk.telegram(), question);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(null);
            root.detachAppender(logged);
        }

        assertThat(uncaught).isEmpty();
        assertThat(logged.list.stream()
                        .filter(event -> event.getLoggerName().startsWith("dev.sanad"))
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                        .map(ILoggingEvent::getFormattedMessage))
                .isEmpty();
    }

    /** What waits for its turn is sent without one, to an API that checks everything but the rates. */
    private static void sendTheRest(Database database, FakeBotApi first, int question) throws Exception {
        OkHttpClient http = BotHttp.client(first.url(), Duration.ofSeconds(10));
        try (var telegram = new FakeBotApi(0)) {
            var api = new BotApi(
                    new OkHttpTelegramClient(new ObjectMapper(), http, FakeBotApi.TOKEN, BotHttp.url(telegram.url())),
                    false);
            var outbox = new Outbox(database);
            for (long chat : outbox.chats()) {
                for (Outbox.Waiting next = outbox.next(chat); next != null; next = outbox.next(chat)) {
                    api.send(next.draft(), next.sent());
                    outbox.remove(next.id());
                }
            }

            assertThat(telegram.violations())
                    .filteredOn(broken -> !broken.startsWith("more than"))
                    .isEmpty();
            assertThat(List.of(first, telegram))
                    .flatExtracting(FakeBotApi::sent)
                    .as("the question behind them all is answered")
                    .anyMatch(sent -> sent.chat() == READER && sent.replyTo() == question);
        } finally {
            BotHttp.close(http);
        }
    }
}
