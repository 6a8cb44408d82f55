package dev.sanad.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's rates as its documentation gives them: 30 messages a second in all, one a second to a chat with short
 * bursts, 20 a minute to a group. Rates a second are leaky buckets, so that a machine that stands still for a moment
 * breaks none.
 */
final class RateCheck {
    private static final int ALL_A_SECOND = 30;
    private static final int CHAT_BURST = 5;
    private static final int GROUP_A_MINUTE = 20;
    private final Leak all = new Leak(ALL_A_SECOND, ALL_A_SECOND);
    private final Map<Long, Leak> chats = new HashMap<>();
    private final Map<Long, Deque<Long>> groups = new HashMap<>();

    /** Counts a message; what it breaks, or null. */
    synchronized @Nullable String message(long chat, long nanos) {
        if (!all.fits(nanos)) {
            return "more than 30 a second in all";
        }
        if (!chats.computeIfAbsent(chat, id -> new Leak(CHAT_BURST, 1)).fits(nanos)) {
            return "more than one a second to chat " + chat;
        }
        if (chat < 0) {
            Deque<Long> minute = groups.computeIfAbsent(chat, id -> new ArrayDeque<>());
            minute.addLast(nanos);
            while (nanos - minute.getFirst() > TimeUnit.MINUTES.toNanos(1)) {
                minute.removeFirst();
            }
            if (minute.size() > GROUP_A_MINUTE) {
                return "more than 20 a minute to group " + chat;
            }
        }
        return null;
    }

    /** Counts a call that is no message. */
    synchronized @Nullable String call(long nanos) {
        return all.fits(nanos) ? null : "more than 30 a second in all";
    }

    private static final class Leak {
        private final int capacity;
        private final double aSecond;
        private double level;
        private long last;

        Leak(int capacity, double aSecond) {
            this.capacity = capacity;
            this.aSecond = aSecond;
        }

        boolean fits(long nanos) {
            level = Math.max(0, level - (nanos - last) / 1e9 * aSecond) + 1;
            last = nanos;
            return level <= capacity;
        }
    }
}
