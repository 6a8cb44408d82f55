package dev.sanad.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model that gave no proper reply. The message is short and for people; it holds no key, nothing of the prompt and
 * nothing of the reply, which is why there is no cause: what libraries say often quotes them.
 */
public final class LlmException extends Exception {
    /** What went wrong, told apart by what helps. */
    public enum Kind {
        /** No connection, or it was closed before any answer. */
        UNREACHABLE,
        /** 401, 403: the key. */
        UNAUTHORIZED,
        /** 429: too many requests, or nothing left to spend. */
        RATE_LIMITED,
        /** 5xx, or an error that the server reports inside the stream. */
        SERVER,
        /** Any other status: a wrong model, address or request; asking again changes nothing. */
        REJECTED,
        /** No first piece of text in time. */
        TIMEOUT,
        /** Began, then fell silent. */
        STALLED,
        /** The connection was lost, or the stream ended without the mark of a proper end. */
        CUT,
        /** Ended properly without text. */
        EMPTY,
        /** The time for everything together ran out. */
        DEADLINE,
        /** What came is not what this provider sends. */
        MALFORMED
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    public LlmException(Kind kind, String message) {
        this(kind, message, null);
    }

    public LlmException(Kind kind, String message, @Nullable Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the server asks to wait before the next request; null where it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
