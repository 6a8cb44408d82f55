package dev.sanad.telegram.reply;

import dev.sanad.answer.Citation;
import dev.sanad.render.Messages;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.telegram.reply.Keyboard.Button;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The buttons below an answer: its sources, and what the reader thinks of it. */
final class AnswerButtons {
    /** So many sources have a row each, with their titles. */
    private static final int WITH_TITLES = 5;

    private static final int A_ROW = 5;
    /** Telegram takes a hundred buttons a message. */
    private static final int MAX_SOURCES = 50;

    private final TelegramRenderer renderer;

    AnswerButtons(TelegramRenderer renderer) {
        this.renderer = renderer;
    }

    /** Why an answer was no good. */
    enum Reason {
        WRONG,
        BESIDE,
        INCOMPLETE,
        UNSUPPORTED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Null for what is no reason. */
        static @Nullable Reason of(String key) {
            for (Reason reason : values()) {
                if (reason.key().equals(key)) {
                    return reason;
                }
            }
            return null;
        }
    }

    /**
     * @param nearest buttons of articles that come closest where nothing answers
     * @param rewritten whether the question was answered in another wording than its reader's
     */
    @Nullable String of(long answer, List<Citation> citations, List<Button> nearest, boolean rewritten, Language language) {
        var keyboard = new Keyboard();
        List<Citation> shown = citations.subList(0, Math.min(MAX_SOURCES, citations.size()));
        boolean titles = shown.size() <= WITH_TITLES;
        List<Button> row = new ArrayList<>();
        for (Citation citation : shown) {
            String label = titles ? renderer.sourceLabel(citation, language) : renderer.marker(citation, language);
            row.add(Button.press(label, "s:" + answer + ":" + citation.number()));
            if (titles || row.size() == A_ROW) {
                keyboard.row(row);
                row = new ArrayList<>();
            }
        }
        nearest.forEach(keyboard::row);
        if (rewritten) {
            keyboard.row(row).row(Button.press(Messages.of(language).text("button.understood"), "i:" + answer));
            row = new ArrayList<>();
        }
        return keyboard.row(row)
                .row(Button.press("👍", "u:" + answer), Button.press("👎", "d:" + answer))
                .json();
    }

    /** Instead of the answer's buttons, while the reader is asked why. */
    static @Nullable String reasons(long answer, Language language) {
        Messages messages = Messages.of(language);
        var keyboard = new Keyboard();
        for (Reason reason : Reason.values()) {
            keyboard.row(Button.press(messages.text("feedback." + reason.key()), "r:" + answer + ":" + reason.key()));
        }
        return keyboard.row(Button.press(messages.text("button.back"), "b:" + answer))
                .json();
    }
}
