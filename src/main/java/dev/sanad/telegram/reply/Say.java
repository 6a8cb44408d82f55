package dev.sanad.telegram.reply;

import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts texts into messages to whoever wrote. */
final class Say {
    private final TelegramRenderer renderer;

    Say(TelegramRenderer renderer) {
        this.renderer = renderer;
    }

    static Inbox.Outcome nothing() {
        return Inbox.Outcome.of(List.of());
    }

    /** A text of the message bundles. */
    Inbox.Outcome text(Incoming incoming, Language language, String key, Object... arguments) {
        return messages(incoming, renderer.text(language, key, arguments), null);
    }

    /** The first message replies, the last has the buttons. */
    static Inbox.Outcome messages(Incoming incoming, List<String> texts, @Nullable String keyboard) {
        List<Outbox.Draft> drafts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Integer replyTo = i == 0 && incoming.message() > 0 ? Integer.valueOf(incoming.message()) : null;
            drafts.add(new Outbox.Draft(incoming.chat(), incoming.topic(), replyTo, texts.get(i))
                    .with(i == texts.size() - 1 ? keyboard : null));
        }
        return Inbox.Outcome.of(drafts);
    }
}
