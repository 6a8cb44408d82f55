package dev.sanad.telegram.reply;

import dev.sanad.render.Messages;
import dev.sanad.render.OpenedPassage;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.render.TextFragment;
import dev.sanad.store.Inbox;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.reply.Keyboard.Button;
import dev.sanad.telegram.reply.Passages.Opening;
import dev.sanad.text.Language;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A passage as a message: its text, and buttons to the one before, the one after, the original, and back. */
final class ArticleViews {
    private final Passages passages;
    private final TelegramRenderer renderer;
    private final Say say;

    ArticleViews(Passages passages, TelegramRenderer renderer) {
        this.passages = passages;
        this.renderer = renderer;
        this.say = new Say(renderer);
    }

    record View(String html, @Nullable String keyboard) {}

    /** An article from its beginning, as a message of its own. */
    Inbox.Outcome open(Incoming incoming, String token, String article, Language language) {
        return switch (passages.open(article, 1)) {
            case Opening.Opened(OpenedPassage passage) -> {
                View view = view(passage, number -> token + ":" + number, null, language);
                yield Say.messages(incoming, List.of(view.html()), view.keyboard());
            }
            case Opening.Changed() -> say.text(incoming, language, "passage.lost");
            case Opening.Gone() -> say.text(incoming, language, "passage.gone");
        };
    }

    /**
     * A passage and its buttons.
     *
     * @param turn what a button carries that leads to the passage of that number
     * @param back what the button carries that leads back; null: there is no way back
     */
    View view(OpenedPassage passage, IntFunction<String> turn, @Nullable String back, Language language) {
        Messages messages = Messages.of(language);
        List<Button> around = new ArrayList<>();
        if (passage.number() > 1) {
            around.add(Button.press(messages.text("button.before"), turn.apply(passage.number() - 1)));
        }
        if (passage.number() < passage.count()) {
            around.add(Button.press(messages.text("button.after"), turn.apply(passage.number() + 1)));
        }
        List<Button> out = new ArrayList<>();
        URI url = passage.article().url();
        String address = url == null ? null : TextFragment.link(url, passage.quotes() ? passage.quote() : "");
        if (address != null) {
            out.add(Button.open(messages.text("button.original"), address));
        }
        if (back != null) {
            out.add(Button.press(messages.text("button.back"), back));
        }
        return new View(
                renderer.passage(passage, language),
                new Keyboard().row(around).row(out).json());
    }
}
