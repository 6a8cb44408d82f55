package dev.sanad.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A download came to nothing this time, and may be tried again. */
final class BrokenOff extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean connected;
    private final @Nullable Duration retryAfter;

    /** @param connected whether there was a server at all */
    BrokenOff(String message, boolean connected, @Nullable Duration retryAfter) {
        super(message);
        this.connected = connected;
        this.retryAfter = retryAfter;
    }

    BrokenOff(String message) {
        this(message, true, null);
    }

    boolean connected() {
        return connected;
    }

    /** How long the server asks to wait; null where it does not say. */
    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
