package dev.sanad.telegram.wire;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's limits, kept ahead of time: 30 messages a second in all, one a second to a chat with a short burst, 20 a
 * minute to a group; and what it asked for by {@code retry_after}. One worker a chat asks for that chat.
 */
public final class Rates {
    private static final int BURST = 3;
    private static final int GROUP_BURST = 4;
    private static final int GROUP_A_MINUTE = 15;
    private static final int AT_ONCE = 2;
    private static final int A_SECOND = 30;
    private static final Duration WINDOW = Duration.ofSeconds(1);
    /** Telegram does not say whom a 429 is meant for; so many chats limited at about the same time mean the bot itself. */
    private static final int CHATS_THAT_MEAN_ALL = 3;

    private static final Duration ABOUT_THE_SAME_TIME = Duration.ofSeconds(10);
    /** More chats than can be written to within the minute that a bucket remembers. */
    private static final int MAX_CHATS = 4096;

    private final long start = System.nanoTime();
    /** Spreads the bot's messages over the second. */
    private final Bucket pace = Bucket.builder()
            .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
            .build();
    /** Calls under way or answered within the last second: whatever the network does to them, no more arrive in a second. */
    private final Semaphore window = new Semaphore(A_SECOND, true);

    private final Map<Long, Bucket> chats = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Long, Bucket> eldest) {
            return size() > MAX_CHATS;
        }
    };
    private final Map<Long, Pause> pauses = new ConcurrentHashMap<>();
    private volatile long allPausedUntil = start;

    /** The right to one call, to be closed once that is answered. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private record Pause(long since, long until) {}

    /** Returns when the chat, and the bot, may send once more; pauses that Telegram asked for not counted. */
    public Turn take(long chat) throws InterruptedException {
        bucket(chat).asBlocking().consume(1);
        pace.asBlocking().consume(1);
        window.acquire();
        return this::end;
    }

    /** Takes a turn that no message is waiting for; null when there is none. */
    public @Nullable Turn takeSpare(long chat) {
        return pause(chat).isZero() && !window.hasQueuedThreads() ? takeOfAll() : null;
    }

    /** Takes the chat's next turn for a message, and one of the bot's; null when there is none at once. */
    public @Nullable Turn tryTake(long chat) {
        if (!pause(chat).isZero() || !bucket(chat).tryConsume(1)) {
            return null;
        }
        Turn turn = takeOfAll();
        if (turn == null) {
            bucket(chat).addTokens(1);
        }
        return turn;
    }

    private @Nullable Turn takeOfAll() {
        if (!window.tryAcquire()) {
            return null;
        }
        if (pace.tryConsume(1)) {
            return this::end;
        }
        window.release();
        return null;
    }

    private void end() {
        CompletableFuture.delayedExecutor(WINDOW.toMillis(), TimeUnit.MILLISECONDS)
                .execute(window::release);
    }

    /** How long Telegram has asked not to write to the chat any more; zero when it has not. */
    public Duration pause(long chat) {
        Pause asked = pauses.get(chat);
        long now = System.nanoTime();
        long left = Math.max(asked == null ? 0 : asked.until() - now, allPausedUntil - now);
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /** {@link #obey}, where Telegram asked for a pause at all. */
    public void obeyIfAsked(long chat, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            obey(chat, retryAfter);
        }
    }

    /** Telegram's {@code retry_after}. */
    public void obey(long chat, Duration retryAfter) {
        long now = System.nanoTime();
        pauses.values().removeIf(pause -> pause.until() - now <= 0);
        pauses.put(chat, new Pause(now, now + retryAfter.toNanos()));
        long[] recent = pauses.values().stream()
                .filter(pause -> now - pause.since() <= ABOUT_THE_SAME_TIME.toNanos())
                .mapToLong(Pause::until)
                .sorted()
                .toArray();
        if (recent.length >= CHATS_THAT_MEAN_ALL && recent[0] - allPausedUntil > 0) {
            allPausedUntil = recent[0];
        }
    }

    private Bucket bucket(long chat) {
        synchronized (chats) {
            return chats.computeIfAbsent(chat, this::newBucket);
        }
    }

    /** As full as it would be if it had been empty when the bot started: an earlier run may have used it up. */
    private Bucket newBucket(long chat) {
        Duration up = Duration.ofNanos(System.nanoTime() - start);
        var bucket = Bucket.builder().addLimit(limit(BURST, 1, Duration.ofSeconds(1), up));
        if (chat < 0) {
            bucket.addLimit(limit(GROUP_BURST, GROUP_A_MINUTE, Duration.ofMinutes(1), up));
        }
        return bucket.build();
    }

    private static Bandwidth limit(int burst, int count, Duration period, Duration up) {
        return Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(count, period)
                .initialTokens(Math.min(burst, 1 + up.toMillis() * count / period.toMillis()))
                .build();
    }
}
