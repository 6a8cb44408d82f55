package dev.sanad.telegram;

import java.time.Duration;

/** What the fake Bot API does to a request instead of, or besides, answering it. */
sealed interface Fault {
    /** 429; whatever is sent to the same chat before the time is over is a violation. */
    record TooMany(int retryAfter) implements Fault {}

    /** 502 with a page of HTML, as a proxy before Telegram sends it. */
    record BadGateway() implements Fault {}

    /** The connection is dropped and the request not done. */
    record Dropped() implements Fault {}

    /** The request is done, and the connection dropped before the reply. */
    record ReplyLost() implements Fault {}

    /** The request is done at once, the reply comes late. */
    record Slow(Duration delay) implements Fault {}

    /** An error as Telegram gives it. */
    record Refusal(int code, String description) implements Fault {}

    /** 400 with {@code migrate_to_chat_id}. */
    record Migrated(long to) implements Fault {}
}
