package dev.sanad.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before an endpoint is asked a second time. */
final class Backoff {
    private static final Duration LEAST = Duration.ofMillis(500);

    private Backoff() {}

    /**
     * What the server asks for, or half a second where it asks for nothing and a moment may cure the failure.
     *
     * @return null when asking again is not worth it: the failure is none that passes, or {@code longest} is exceeded
     */
    static @Nullable Duration after(LlmException failure, Duration longest) {
        Duration asked = failure.retryAfter();
        Duration wait = switch (failure.kind()) {
            case RATE_LIMITED -> asked;
            case SERVER, UNREACHABLE, CUT -> asked == null || asked.compareTo(LEAST) < 0 ? LEAST : asked;
            case UNAUTHORIZED, REJECTED, TIMEOUT, STALLED, EMPTY, DEADLINE, MALFORMED -> null;
        };
        return wait == null || wait.compareTo(longest) > 0 ? null : wait;
    }
}
