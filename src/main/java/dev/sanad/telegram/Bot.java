package dev.sanad.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.answer.Verification;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings;
import dev.sanad.conversation.Conversations;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.store.Database;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.telegram.read.Reading;
import dev.sanad.telegram.reply.Access;
import dev.sanad.telegram.reply.AnswerDesk;
import dev.sanad.telegram.reply.CommandList;
import dev.sanad.telegram.reply.Responder;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.telegram.wire.BotException;
import dev.sanad.telegram.wire.BotHttp;
import dev.sanad.telegram.wire.BotIdentity;
import dev.sanad.telegram.wire.Failure;
import dev.sanad.telegram.wire.PollWatch;
import dev.sanad.telegram.wire.Poller;
import dev.sanad.telegram.wire.Rates;
import dev.sanad.telegram.wire.Receiver;
import dev.sanad.telegram.wire.Sender;
import dev.sanad.telegram.wire.Typing;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;

/**
 * The Telegram bot. What it received and what it has to say stand in the database, so that no question is lost when it
 * ends in whatever way; only a message that was being sent at that moment may be sent twice.
 */
public final class Bot implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Bot.class);
    private static final Duration SEND = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(Receiver.POLL_SECONDS + 15L);
    private static final Duration CHECK = Duration.ofSeconds(30);
    /** Telegram offers an unconfirmed update again for 24 hours. */
    private static final Duration REMEMBER = Duration.ofDays(2);

    private static final Duration FINISH_ANSWERS = Duration.ofMillis(5_500);
    private static final Duration FINISH_SENDING = Duration.ofSeconds(2);
    private static final Duration FINISH = Duration.ofSeconds(10);
    private final Settings.Telegram settings;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Conversations conversations;
    private final Function<String, Verification> verifier;
    private final Supplier<ArchiveSummary> archive;
    private final TelegramRenderer renderer;
    private final Inbox inbox;
    private final Outbox outbox;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);

    /**
     * @param zone what "today" means where the readers are
     * @param verifier looks up a quotation of at most {@link dev.sanad.answer.QuotationFinder#MOST_CHARACTERS}; for many
     *     threads
     */
    public Bot(
            Settings.Telegram settings,
            ZoneId zone,
            InstantSource clock,
            Conversations conversations,
            Function<String, Verification> verifier,
            Database database,
            Supplier<ArchiveSummary> archive,
            TelegramRenderer renderer) {
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
        this.conversations = conversations;
        this.verifier = verifier;
        this.archive = archive;
        this.renderer = renderer;
        this.inbox = new Inbox(database, clock);
        this.outbox = new Outbox(database);
    }

    /**
     * Asks Telegram who the bot is, once.
     *
     * @throws BotException when there is no token or Telegram refuses it, and when Telegram cannot be reached
     */
    public static BotIdentity check(Settings.Telegram settings) throws BotException, InterruptedException {
        String token = token(settings);
        OkHttpClient http = BotHttp.client(settings.apiUrl(), SEND);
        try {
            return api(settings, token, http).identity();
        } finally {
            BotHttp.close(http);
        }
    }

    /**
     * Answers until it is closed. A network that is down, a second poller and Telegram's own failures are survived.
     *
     * @throws BotException when there is no token, or Telegram refuses it
     * @throws IllegalStateException when it ran before
     */
    public void run() throws InterruptedException, BotException {
        String token = token(settings);
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("a bot runs once");
        }
        var watch = new PollWatch(end::completeExceptionally);
        OkHttpClient polling = BotHttp.client(settings.apiUrl(), POLL)
                .newBuilder()
                .addInterceptor(watch)
                .build();
        OkHttpClient sending = BotHttp.client(settings.apiUrl(), SEND);
        try {
            BotIdentity me = identity(api(settings, token, polling), watch);
            if (me != null) {
                run(me, token, watch, polling, api(settings, token, sending));
            }
            throwRefusal();
        } finally {
            BotHttp.close(polling);
            BotHttp.close(sending);
            finished.countDown();
        }
    }

    /** Ends {@link #run} and returns when it has ended: what is in hand is finished, within ten seconds. */
    @Override
    public void close() {
        end.complete(null);
        if (!started.get()) {
            return;
        }
        try {
            if (!finished.await(FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("the bot did not end in time; what is left is done at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(BotIdentity me, String token, PollWatch watch, OkHttpClient polling, BotApi api)
            throws InterruptedException {
        var rates = new Rates();
        var sender = new Sender(outbox, api, rates, clock);
        var responder = new Responder(
                new Access(settings, clock),
                conversations,
                verifier,
                archive,
                renderer,
                clock,
                zone,
                reader -> Typing.begin(api, rates, reader.chat(), reader.topic()));
        var desk = new AnswerDesk(inbox, new Reading(me), responder, sender::wake);
        var poller = new Poller(settings, token, polling, watch, new Receiver(inbox, desk::wake));
        try {
            sender.resume();
            desk.resume();
            String groups = me.readsAllGroupMessages() ? "all messages" : "commands and replies only (privacy mode)";
            log.info("@{} is up; in groups it sees {}", me.username(), groups);
            Thread.ofVirtual().name("commands").start(() -> CommandList.publish(api, renderer));
            while (!end.isDone()) {
                boolean runs = poller.ensureRunning();
                forgetWhatIsDone();
                awaitEnd(runs ? CHECK : Duration.ofMillis(watch.nextBackOffMillis()));
            }
        } finally {
            poller.close();
            desk.close(FINISH_ANSWERS);
            sender.close(FINISH_SENDING);
            log.info("@{} has ended", me.username());
        }
    }

    private void forgetWhatIsDone() {
        try {
            inbox.forget(clock.instant().minus(REMEMBER));
        } catch (RuntimeException e) {
            log.warn("old updates could not be removed, tried again later: {}", Failure.describe(e));
        }
    }

    /** Asks until Telegram answers; null when the bot was closed meanwhile. */
    private @Nullable BotIdentity identity(BotApi api, PollWatch watch) throws InterruptedException {
        while (!end.isDone()) {
            try {
                BotIdentity me = api.identity();
                watch.reset();
                return me;
            } catch (BotException e) {
                log.debug("getMe", e);
                if (!end.isDone()) {
                    awaitEnd(Duration.ofMillis(watch.nextBackOffMillis()));
                }
            }
        }
        return null;
    }

    private void awaitEnd(Duration time) throws InterruptedException {
        try {
            end.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.trace("not ended, or refused", e);
        }
    }

    private void throwRefusal() throws InterruptedException, BotException {
        try {
            end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BotException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("the bot ends by being closed or refused", e);
        }
    }

    private static BotApi api(Settings.Telegram settings, String token, OkHttpClient http) {
        return new BotApi(new OkHttpTelegramClient(new ObjectMapper(), http, token, BotHttp.url(settings.apiUrl())));
    }

    private static String token(Settings.Telegram settings) throws BotException {
        Secret token = settings.token();
        if (token == null) {
            throw BotException.noToken();
        }
        return token.reveal();
    }
}
