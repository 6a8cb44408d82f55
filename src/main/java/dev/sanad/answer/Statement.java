package dev.sanad.answer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence that a model wrote, and the ids that it named.
 *
 * @param text without the ids and without a list's markers; empty for what holds neither letter nor digit
 * @param ids in order of mention, whether they were shown or not
 */
record Statement(String text, List<SentenceId> ids) {
    private static final Pattern LIST_MARK =
            Pattern.compile("^(?:[-*•–#>]+(?:\\s+|$)|\\p{Nd}{1,2}[.)](?:\\s+|$)|(?:\\*\\*|__)+)+");
    private static final Pattern BOLD = Pattern.compile("\\*\\*|__|`");

    Statement {
        ids = List.copyOf(ids);
    }

    static Statement parse(String sentence) {
        References.Parted parted = References.part(Invisible.remove(sentence));
        return new Statement(clean(parted.text()), List.copyOf(parted.ids()));
    }

    private static String clean(String text) {
        String plain = LIST_MARK.matcher(text.strip()).replaceFirst("");
        plain = BOLD.matcher(plain).replaceAll("");
        plain = plain.replaceAll("\\s+", " ")
                .replaceAll("(?<=[.؟!?]) \\.", "")
                .replaceAll(" (?=[.،؛؟!,;:?])", "")
                .strip();
        return plain.codePoints().anyMatch(Character::isLetterOrDigit) ? plain : "";
    }
}
