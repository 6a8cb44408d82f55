package dev.sanad.index;

import dev.sanad.text.CommonWords;
import dev.sanad.text.Skeleton;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Makes each form of a word that the analysis has read. */
final class WordForms {
    static final int TRUNCATED_LENGTH = 4;
    private static final int SHORTEST_SKELETON = 2;

    private WordForms() {}

    /**
     * Null where a word has no such form.
     *
     * @param word folded
     * @param capital whether its text writes it with a capital
     */
    static @Nullable String of(Form form, String word, boolean capital) {
        return switch (form) {
            case EXACT -> word;
            case LIGHT -> light(word);
            case TRUNCATED -> truncated(word);
            case PERSIAN_NAME -> isArabic(word) && mayBeAName(word) ? skeleton(word) : null;
            case LATIN_NAME -> capital && isLatin(word) ? skeleton(word) : null;
        };
    }

    static String light(String word) {
        if (isLatin(word)) {
            var stemmer = new EnglishStemmer();
            stemmer.setCurrent(withoutPossessive(word));
            stemmer.stem();
            return stemmer.getCurrent();
        }
        return LightStem.of(word);
    }

    /** What is common names nobody: it would only be taken for a name that is alike. */
    private static boolean mayBeAName(String word) {
        return !CommonWords.contains(word) && !CommonWords.contains(LightStem.of(word));
    }

    private static String withoutPossessive(String word) {
        boolean possessive = word.length() > 2 && (word.endsWith("'s") || word.endsWith("’s"));
        return possessive ? word.substring(0, word.length() - 2) : word;
    }

    private static @Nullable String truncated(String word) {
        if (word.length() < TRUNCATED_LENGTH || !isArabic(word)) {
            return null;
        }
        return word.substring(0, TRUNCATED_LENGTH);
    }

    static @Nullable String skeleton(String word) {
        String skeleton = Skeleton.of(withoutPossessive(word));
        return skeleton.length() < SHORTEST_SKELETON ? null : skeleton;
    }

    static boolean isLatin(String word) {
        return isLetterOf(word, Character.UnicodeScript.LATIN);
    }

    static boolean isArabic(String word) {
        return isLetterOf(word, Character.UnicodeScript.ARABIC);
    }

    private static boolean isLetterOf(String word, Character.UnicodeScript script) {
        return Character.isLetter(word.charAt(0)) && Character.UnicodeScript.of(word.charAt(0)) == script;
    }
}
