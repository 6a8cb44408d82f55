package dev.sanad.telegram.reply;

import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import java.util.List;

/**
 * What becomes of a pressed button.
 *
 * @param word what the reader is told at once, in at most 200 characters; may be empty
 * @param alert whether it must be closed by hand
 * @param then what is done when the reader was told, since it may take long
 */
record Pressed(String word, boolean alert, Work then) {
    private static final int MAX_WORD = 200;

    /** What remains to be done. */
    interface Work {
        Inbox.Outcome run() throws InterruptedException;
    }

    Pressed {
        if (word.length() > MAX_WORD) {
            throw new IllegalArgumentException("a word on a button has at most " + MAX_WORD + " characters");
        }
    }

    /** A reader's words, as many of them as there is room for. */
    static String cut(String words) {
        if (words.length() <= MAX_WORD) {
            return words;
        }
        int end = MAX_WORD - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    static Pressed shows(Outbox.Draft draft) {
        return shows(draft, "");
    }

    static Pressed shows(Outbox.Draft draft, String word) {
        return new Pressed(word, false, () -> Inbox.Outcome.of(List.of(draft)));
    }

    static Pressed says(String word) {
        return new Pressed(word, false, Say::nothing);
    }

    static Pressed warns(String word) {
        return new Pressed(word, true, Say::nothing);
    }

    static Pressed does(Work work) {
        return new Pressed("", false, work);
    }
}
