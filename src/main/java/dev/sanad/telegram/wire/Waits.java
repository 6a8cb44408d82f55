package dev.sanad.telegram.wire;

import java.time.Duration;

/** How long to wait before the next try: half a second, doubled with every failure, half a minute at most. */
public final class Waits {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 6;

    private Waits() {}

    /** @param failures one after the other, at least 1 */
    public static Duration after(int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
