package dev.sanad.telegram.reply;

import dev.sanad.store.Readers;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.text.Language;
import org.jspecify.annotations.Nullable;

/** In which language a reader is spoken to: the one that they chose, else the question's, else their Telegram's. */
final class Languages {
    private final Readers readers;

    Languages(Readers readers) {
        this.readers = readers;
    }

    Language of(Incoming incoming, String words) {
        Language chosen = chosen(incoming.reader());
        if (chosen != null) {
            return chosen;
        }
        Language spoken = Language.of(words);
        return spoken == Language.UNKNOWN ? incoming.language() : spoken;
    }

    /** Where nothing was asked. */
    Language of(Incoming incoming) {
        Language chosen = chosen(incoming.reader());
        return chosen == null ? incoming.language() : chosen;
    }

    /** Null where the reader chose none. */
    @Nullable Language chosen(long reader) {
        return named(readers.language(reader));
    }

    /** Null for what is no language that Sanad speaks. */
    static @Nullable Language named(@Nullable String tag) {
        if (Language.PERSIAN.tag().equals(tag)) {
            return Language.PERSIAN;
        }
        return Language.ENGLISH.tag().equals(tag) ? Language.ENGLISH : null;
    }
}
