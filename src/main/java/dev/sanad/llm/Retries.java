package dev.sanad.llm;

import java.time.Duration;

/** How long a download that breaks off is taken up again. */
final class Retries {
    /** Attempts in a row that brought nothing. */
    private static final int MOST_IN_VAIN = 4;

    private static final int MOST = 40;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final FallbackChain.Pause pause;
    private boolean everProgressed;
    private int inVain;
    private int all;

    Retries(FallbackChain.Pause pause) {
        this.pause = pause;
    }

    /**
     * Waits until it may be tried again.
     *
     * @param progressed whether the attempt brought something all the same
     * @return false when it is no use now
     */
    boolean again(BrokenOff failure, boolean progressed) throws InterruptedException {
        everProgressed |= progressed;
        inVain = progressed ? 0 : inVain + 1;
        all++;
        Duration wait = FIRST_PAUSE.multipliedBy(1L << inVain);
        Duration asked = failure.retryAfter();
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        boolean hopeless = !failure.connected() && !everProgressed;
        if (hopeless || inVain >= MOST_IN_VAIN || all >= MOST || wait.compareTo(LONGEST_PAUSE) > 0) {
            return false;
        }
        pause.of(wait);
        return true;
    }
}
