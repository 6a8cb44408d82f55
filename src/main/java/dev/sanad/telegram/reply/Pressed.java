package dev.sanad.telegram.reply;

import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import java.util.List;

/**
 * What becomes of a pressed button.
 *
 * @param word what the reader is told at once, in at most 200 characters; may be empty
 * @param alert whether it must be closed by hand
 */
record Pressed(String word, boolean alert, Inbox.Outcome outcome) {
    private static final int MAX_WORD = 200;

    Pressed {
        if (word.length() > MAX_WORD) {
            throw new IllegalArgumentException("a word on a button has at most " + MAX_WORD + " characters");
        }
    }

    static Pressed shows(Outbox.Draft draft) {
        return new Pressed("", false, Inbox.Outcome.of(List.of(draft)));
    }

    static Pressed says(String word) {
        return new Pressed(word, false, Inbox.Outcome.of(List.of()));
    }

    static Pressed warns(String word) {
        return new Pressed(word, true, Inbox.Outcome.of(List.of()));
    }

    static Pressed does(Inbox.Outcome outcome) {
        return new Pressed("", false, outcome);
    }
}
