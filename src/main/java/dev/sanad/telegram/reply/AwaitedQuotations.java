package dev.sanad.telegram.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Private chats in which {@code /verify} stood alone, as it does before a message that is forwarded with it: the next words there
 * are the quotation. Gone with the process; those words are then a question like any other.
 */
final class AwaitedQuotations {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MAX = 10_000;
    private final InstantSource clock;
    private final Map<Long, Instant> since = new Bounded<>();
    private final Map<Long, Integer> taken = new Bounded<>();

    private static final class Bounded<V> extends LinkedHashMap<Long, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
            return size() > MAX;
        }
    }

    AwaitedQuotations(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void await(long chat) {
        since.remove(chat);
        since.put(chat, clock.instant());
    }

    /** Whether a message is the quotation that is awaited from its chat, or was: it may be edited. From now on none is awaited. */
    synchronized boolean take(long chat, int message, boolean edited) {
        if (edited) {
            return Integer.valueOf(message).equals(taken.get(chat));
        }
        boolean awaited = isRecent(since.remove(chat));
        if (awaited) {
            taken.put(chat, message);
        }
        return awaited;
    }

    /** The reader wants something else. */
    synchronized void forget(long chat) {
        since.remove(chat);
    }

    private boolean isRecent(@Nullable Instant asked) {
        return asked != null && asked.plus(PATIENCE).isAfter(clock.instant());
    }
}
