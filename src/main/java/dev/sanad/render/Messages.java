package dev.sanad.render;

import dev.sanad.text.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every text that a reader sees, in Persian or English, from {@code messages_fa} and {@code messages_en}. */
public final class Messages {
    private static final Messages PERSIAN = new Messages(Language.PERSIAN);
    private static final Messages ENGLISH = new Messages(Language.ENGLISH);
    private final Language language;
    private final ResourceBundle bundle;

    private Messages(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "dev.sanad.render.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A language that Sanad does not speak is answered in English. */
    public static Messages of(Language language) {
        return language == Language.PERSIAN ? PERSIAN : ENGLISH;
    }

    public Language language() {
        return language;
    }

    /**
     * The text of that key.
     *
     * @param arguments stand for {@code {0}}, {@code {1}}… as they are: numbers and dates are formatted by the caller
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
