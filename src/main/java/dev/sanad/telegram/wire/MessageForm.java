package dev.sanad.telegram.wire;

/** How a message is written, from what shows most to what Telegram can always take. */
public enum MessageForm {
    RICH,
    HTML,
    PLAIN;

    /** What is tried where Telegram does not take this one. */
    MessageForm simpler() {
        return this == RICH ? HTML : PLAIN;
    }
}
