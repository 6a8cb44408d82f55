package dev.sanad.telegram.wire;

import java.time.Duration;

/** What became of a message that was sent. */
public sealed interface Delivery {
    /**
     * Telegram has it.
     *
     * @param message its message_id; 0 where the reply did not tell
     */
    record Sent(int message) implements Delivery {}

    /** Nothing more may be sent to the chat for that long. */
    record Limited(Duration retryAfter) implements Delivery {}

    /** The group is now a supergroup with another id. */
    record Moved(long chat) implements Delivery {}

    /** The reader has blocked the bot, or a group has removed it. */
    record Barred() implements Delivery {}

    /** Telegram cannot parse it, or does not take it in the form that it has. */
    record Unparsable(String reason) implements Delivery {}

    /** The message that was to be edited is not there any more, or too old for it. */
    record Lost() implements Delivery {}

    /** Telegram will never take it. */
    record Refused(String reason) implements Delivery {}

    /** Nobody knows whether Telegram has it: the network failed, or Telegram did. */
    record Unclear(String reason) implements Delivery {}
}
