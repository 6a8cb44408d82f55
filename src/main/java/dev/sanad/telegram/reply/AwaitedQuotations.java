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
    private final Map<Long, Instant> since = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
            return size() > MAX;
        }
    };

    AwaitedQuotations(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void await(long chat) {
        since.remove(chat);
        since.put(chat, clock.instant());
    }

    /** Whether one is awaited from the chat; from now on none is. */
    synchronized boolean take(long chat) {
        Instant asked = since.remove(chat);
        return isRecent(asked);
    }

    private boolean isRecent(@Nullable Instant asked) {
        return asked != null && asked.plus(PATIENCE).isAfter(clock.instant());
    }
}
