package dev.sanad.answer;

/** A prompt file cannot be used; the message names each file and what would be right. */
public final class PromptException extends Exception {
    private static final long serialVersionUID = 1;

    public PromptException(String message) {
        super(message);
    }
}
