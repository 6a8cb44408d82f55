package dev.sanad.telegram.wire;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final int A_SECOND = 28;
    /** Telegram does not say whom a 429 is meant for; so many chats limited at once mean the bot itself. */
    private static final int CHATS_THAT_MEAN_ALL = 3;
    /** More chats than can be written to within the minute that a bucket remembers. */
    private static final int MAX_CHATS = 4096;

    private final long start = System.nanoTime();
    private final Bucket all = Bucket.builder()
            .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
            .build();
    private final Map<Long, Bucket> chats = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Long, Bucket> eldest) {
            return size() > MAX_CHATS;
        }
    };
    private final Map<Long, Long> pausedUntil = new ConcurrentHashMap<>();
    private volatile long allPausedUntil = start;

    /** Returns when the chat, and the bot, may send once more; pauses that Telegram asked for not counted. */
    public void take(long chat) throws InterruptedException {
        bucket(chat).asBlocking().consume(1);
        all.asBlocking().consume(1);
    }

    /** Takes a turn that no message is waiting for; false when there is none. */
    public boolean takeSpare(long chat) {
        return pause(chat).isZero() && all.tryConsume(1);
    }

    /** Takes the chat's next turn for a message, and one of the bot's; false when there is none at once. */
    public boolean tryTake(long chat) {
        if (!pause(chat).isZero() || !bucket(chat).tryConsume(1)) {
            return false;
        }
        if (all.tryConsume(1)) {
            return true;
        }
        bucket(chat).addTokens(1);
        return false;
    }

    /** How long Telegram has asked not to write to the chat any more; zero when it has not. */
    public Duration pause(long chat) {
        Long until = pausedUntil.get(chat);
        long now = System.nanoTime();
        long left = Math.max(until == null ? 0 : until - now, allPausedUntil - now);
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /** Telegram's {@code retry_after}. */
    public void obey(long chat, Duration retryAfter) {
        long now = System.nanoTime();
        long until = now + retryAfter.toNanos();
        pausedUntil.values().removeIf(time -> time - now <= 0);
        pausedUntil.put(chat, until);
        if (pausedUntil.size() >= CHATS_THAT_MEAN_ALL && until - allPausedUntil > 0) {
            allPausedUntil = until;
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
