package dev.sanad.telegram.reply;

/** What the buttons below /forget carry. */
final class ForgetButtons {
    /** Begins with what makes it wait for the reader's answers in hand, so that none is written down after it. */
    static final String YES = "!forget";

    static final String NO = "n:forget";

    private ForgetButtons() {}
}
