package dev.sanad.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Answers;
import dev.sanad.store.Database;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.store.ReaderKey;
import dev.sanad.store.Readers;
import dev.sanad.telegram.read.Reading;
import dev.sanad.telegram.reply.AnswerDesk;
import dev.sanad.telegram.reply.Following;
import dev.sanad.telegram.reply.Health;
import dev.sanad.telegram.reply.InHand;
import dev.sanad.telegram.reply.Profile;
import dev.sanad.telegram.reply.Reindexing;
import dev.sanad.telegram.reply.Responder;
import dev.sanad.telegram.reply.Responders;
import dev.sanad.telegram.reply.Services;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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

    /** So long the buttons of an answer are known, and who asked how much. */
    private static final Duration KEEP = Duration.ofDays(90);
    /** Inline queries come with every key that is pressed. */
    private static final Duration KEEP_LINKS = Duration.ofDays(7);

    private static final Duration FINISH_ANSWERS = Duration.ofMillis(5_500);
    private static final Duration FINISH_SENDING = Duration.ofSeconds(2);
    private static final Duration FINISH = Duration.ofSeconds(10);
    private final Settings.Telegram settings;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Services services;
    private final Database database;
    private final TelegramRenderer renderer;
    private final Inbox inbox;
    private final Readers readers;
    private final InHand inHand = new InHand();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);

    /**
     * @param zone what "today" means where the readers are
     * @param key of the hashes by which blocked readers and counts of use are kept
     */
    public Bot(
            Settings.Telegram settings,
            ZoneId zone,
            InstantSource clock,
            Services services,
            Database database,
            ReaderKey key,
            TelegramRenderer renderer) {
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
        this.services = services;
        this.database = database;
        this.renderer = renderer;
        this.inbox = new Inbox(database, clock, settings.limits().waiting());
        this.readers = new Readers(database, key);
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
        var senders = new AtomicReference<@Nullable Sender>();
        var health = new Health(readers, new Outbox(database), renderer, settings.admins(), chat -> {
            Sender sender = senders.get();
            if (sender != null) {
                sender.wake(chat);
            }
        });
        var watch = new PollWatch(end::completeExceptionally, well -> health.report(Health.Part.POLLING, well));
        OkHttpClient polling = BotHttp.client(settings.apiUrl(), POLL)
                .newBuilder()
                .addInterceptor(watch)
                .build();
        OkHttpClient sending = BotHttp.client(settings.apiUrl(), SEND);
        try {
            BotIdentity me = identity(api(settings, token, polling), watch);
            if (me != null) {
                run(me, token, watch, polling, api(settings, token, sending), health, senders);
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

    private void run(
            BotIdentity me,
            String token,
            PollWatch watch,
            OkHttpClient polling,
            BotApi api,
            Health health,
            AtomicReference<@Nullable Sender> senders)
            throws InterruptedException {
        var rates = new Rates();
        var sender = new Sender(database, api, rates, clock);
        senders.set(sender);
        var responders =
                new Responders(settings, services, database, inbox, readers, renderer, clock, zone, health, inHand);
        var reindexing =
                new Reindexing(services.reindex(), api, rates, new Outbox(database), health, renderer, sender::wake);
        Responder responder = responders.responder(me, api, rates, reindexing);
        var desk = new AnswerDesk(inbox, new Reading(me), responder, sender, health);
        var poller = new Poller(settings, token, polling, watch, new Receiver(inbox, desk::wake, inHand::stop));
        var profile = new Profile(api, readers);
        Thread profiling = Thread.ofVirtual().name("profile").unstarted(() -> profile.publish(settings.admins()));
        var following = Following.begin(services.reindex(), services.indexEvery(), health);
        try {
            // what was deleted before the last end may still stand in the log
            database.checkpoint();
            sender.resume();
            desk.resume();
            String groups = me.readsAllGroupMessages() ? "all messages" : "commands and replies only (privacy mode)";
            log.info("@{} is up; in groups it sees {}", me.username(), groups);
            profiling.start();
            while (!end.isDone()) {
                boolean runs = poller.ensureRunning();
                forgetWhatIsDone();
                awaitEnd(runs ? CHECK : Duration.ofMillis(watch.nextBackOffMillis()));
            }
        } finally {
            following.close();
            reindexing.close();
            profiling.interrupt();
            poller.close();
            desk.close(FINISH_ANSWERS);
            sender.close(FINISH_SENDING);
            profiling.join();
            log.info("@{} has ended", me.username());
        }
    }

    private void forgetWhatIsDone() {
        try {
            Instant now = clock.instant();
            inbox.forget(now.minus(REMEMBER));
            inbox.forgetMalformed(now.minus(KEEP));
            new Answers(database).forget(now.minus(KEEP));
            readers.forgetLinks(now.minus(KEEP_LINKS));
            readers.forgetUsage(now.minus(KEEP).atZone(zone).toLocalDate());
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
        return new BotApi(
                new OkHttpTelegramClient(new ObjectMapper(), http, token, BotHttp.url(settings.apiUrl())),
                settings.rich());
    }

    private static String token(Settings.Telegram settings) throws BotException {
        Secret token = settings.token();
        if (token == null) {
            throw BotException.noToken();
        }
        return token.reveal();
    }
}
