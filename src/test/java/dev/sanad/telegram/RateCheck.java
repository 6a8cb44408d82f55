package dev.sanad.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's rates as its documentation gives them: 30 messages in any second in all, one a second to a chat with short
 * bursts (a leaky bucket), 20 in any minute to a group.
 */
final class RateCheck {
    /** What counts as one of the 30. */
    static final Set<String> METHODS =
            Set.of("sendmessage", "editmessagetext", "sendchataction", "sendmessagedraft", "deletemessage");

    private static final Set<String> MESSAGES = Set.of("sendmessage", "editmessagetext");
    private static final int ALL_A_SECOND = 30;
    private static final int CHAT_BURST = 5;
    private static final int GROUP_A_MINUTE = 20;
    private final Deque<Long> second = new ArrayDeque<>();
    private final Map<Long, Leak> chats = new HashMap<>();
    private final Map<Long, Deque<Long>> groups = new HashMap<>();

    /** Counts a call that arrives now; what it breaks, or null. */
    synchronized @Nullable String call(String method, long chat) {
        return call(method, chat, System.nanoTime());
    }

    /** @param nanos when it arrives, not before the one before it */
    synchronized @Nullable String call(String method, long chat, long nanos) {
        if (!METHODS.contains(method)) {
            return null;
        }
        if (within(second, nanos, TimeUnit.SECONDS.toNanos(1)) > ALL_A_SECOND) {
            return "more than 30 a second in all";
        }
        if (!MESSAGES.contains(method)) {
            return null;
        }
        if (!chats.computeIfAbsent(chat, id -> new Leak(CHAT_BURST, 1)).fits(nanos)) {
            return "more than one a second to chat " + chat;
        }
        Deque<Long> minute = groups.computeIfAbsent(chat, id -> new ArrayDeque<>());
        return chat < 0 && within(minute, nanos, TimeUnit.MINUTES.toNanos(1)) > GROUP_A_MINUTE
                ? "more than 20 a minute to group " + chat
                : null;
    }

    /** How many there are within that time, one now among them. */
    private static int within(Deque<Long> times, long now, long nanos) {
        times.addLast(now);
        while (now - times.getFirst() >= nanos) {
            times.removeFirst();
        }
        return times.size();
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
