package dev.sanad.llm;

import dev.sanad.config.Embedding;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands before the texts that a model embeds; a space follows it. Empty: nothing.
 *
 * @param query before questions
 */
record Prefixes(String query, String passage) {
    static final Prefixes NONE = new Prefixes("", "");
    private static final Prefixes E5 = new Prefixes("query:", "passage:");
    private static final Pattern E5_NAME = Pattern.compile("(?:^|[^a-z0-9])e5(?:[^a-z0-9]|$)");

    Prefixes {
        query = query.strip();
        passage = passage.strip();
    }

    /** Models of the E5 family were trained with prefixes, and find less without. */
    static Prefixes usualFor(String model) {
        return E5_NAME.matcher(model.toLowerCase(Locale.ROOT)).find() ? E5 : NONE;
    }

    /** These, but for what the configuration sets. */
    Prefixes overriddenBy(Embedding settings) {
        return new Prefixes(
                settings.queryPrefix() == null ? query : settings.queryPrefix(),
                settings.passagePrefix() == null ? passage : settings.passagePrefix());
    }

    String ofQuestion(String text) {
        return joined(query, ModelText.ofQuestion(text));
    }

    String ofPassage(String text) {
        return joined(passage, ModelText.ofPassage(text));
    }

    /** For a model's name: prefixes other than its usual ones make other vectors. */
    String nameUnless(Prefixes usual) {
        return equals(usual) ? "" : "[" + query + "|" + passage + "]";
    }

    private static String joined(String prefix, String text) {
        return prefix.isEmpty() ? text : prefix + " " + text;
    }
}
