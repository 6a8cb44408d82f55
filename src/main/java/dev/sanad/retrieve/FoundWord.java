package dev.sanad.retrieve;

import dev.sanad.index.Form;
import java.util.Comparator;
import java.util.List;

/**
 * A question's word, and the ways in which the archive's articles write it.
 *
 * @param weight inverse document frequency; a word that no article has weighs most
 * @param ways those that some article has; none for a word that is unknown to the archive
 */
public record FoundWord(QueryWord word, double weight, List<Way> ways) {
    public FoundWord {
        ways = List.copyOf(ways);
    }

    /**
     * As it is, cut, in other digits, in the other script, translated.
     *
     * @param parts that make up the word, all of them
     * @param certainty above 0, at most 1, that these are that word
     */
    public record Way(List<Part> parts, double certainty) {
        public Way {
            parts = List.copyOf(parts);
        }
    }

    /** @param text as {@link dev.sanad.index.Analysis} gives this form of a word */
    public record Part(Form form, String text) {}

    /** Whether the surest way to it is in the other script: a name by its consonants, or a translation. */
    public boolean isAcross() {
        return ways.stream()
                .max(Comparator.comparingDouble(Way::certainty))
                .filter(way -> way.parts().stream().anyMatch(this::isAcross))
                .isPresent();
    }

    private boolean isAcross(Part part) {
        return switch (part.form()) {
            case PERSIAN_NAME, LATIN_NAME -> true;
            case EXACT, LIGHT, TRUNCATED -> isLatin(part.text()) != isLatin(word.surface());
        };
    }

    private static boolean isLatin(String text) {
        return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    public boolean isKnown() {
        return !ways.isEmpty();
    }
}
