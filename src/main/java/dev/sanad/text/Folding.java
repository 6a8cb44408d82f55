package dev.sanad.text;

import java.text.Normalizer;

/**
 * Maps the ways in which a Persian letter or a digit is written to one. For matching and analysis only: stored text and
 * quotations are never folded.
 */
public final class Folding {
    /** Zero-width non-joiner, which parts the pieces of a Persian word. */
    public static final char ZWNJ = '\u200C';

    private static final char FIRST_PRESENTATION_FORM = '\uFB50';
    private static final char LAST_PRESENTATION_FORM = '\uFEFC';
    private static final char[] PRESENTATION_FORMS = presentationForms();
    private static final char[] FOLDED = table();

    private Folding() {}

    /**
     * The letter that stands for {@code c}: lower case, one form of each Persian letter, ASCII digits; 0 for marks that
     * carry no meaning in matching (diacritics, hamza, tatweel, directional marks). A ligature stays as it is.
     */
    public static char fold(char c) {
        return FOLDED[c];
    }

    private static char[] table() {
        char[] folded = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < folded.length; c++) {
            boolean form = c >= FIRST_PRESENTATION_FORM && c <= LAST_PRESENTATION_FORM;
            folded[c] = foldLetter(form ? PRESENTATION_FORMS[c - FIRST_PRESENTATION_FORM] : (char) c);
        }
        return folded;
    }

    /** The letter of each form that stands for one letter; every other character is its own. */
    private static char[] presentationForms() {
        char[] letters = new char[LAST_PRESENTATION_FORM - FIRST_PRESENTATION_FORM + 1];
        for (int i = 0; i < letters.length; i++) {
            char c = (char) (FIRST_PRESENTATION_FORM + i);
            String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            letters[i] = plain.length() == 1 ? plain.charAt(0) : c;
        }
        return letters;
    }

    private static char foldLetter(char c) {
        return switch (c) {
            case 'ي', 'ى', 'ئ', 'ې', 'ۍ', 'ے' -> 'ی';
            case 'ك', 'ڪ' -> 'ک';
            case 'ة', 'ۀ', 'ە', 'ہ', 'ھ', 'ۂ', 'ۃ' -> 'ه';
            case 'آ', 'أ', 'إ', 'ٱ' -> 'ا';
            case 'ؤ' -> 'و';
            case 'ء', 'ـ', '\u200D', '\uFEFF' -> 0;
            case '\u00AD', '\u00AC' -> ZWNJ;
            case '٫' -> '.';
            default -> isDirectionalMark(c) ? 0 : byType(c);
        };
    }

    private static boolean isDirectionalMark(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static char byType(char c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
            default -> Character.toLowerCase(c);
        };
    }

    /** The whole text folded; what folds to nothing is gone, so offsets change. */
    public static String fold(CharSequence text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            if (c != 0) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** The whole text folded unit by unit, offsets kept: what folds to nothing becomes a ZWNJ. */
    public static String foldInPlace(CharSequence text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = fold(text.charAt(i));
            folded[i] = c == 0 ? ZWNJ : c;
        }
        return new String(folded);
    }

    /** Folded, and every ZWNJ gone: how a word is looked up in a word list. */
    public static String key(CharSequence word) {
        String folded = fold(word);
        return folded.indexOf(ZWNJ) < 0 ? folded : folded.replace(String.valueOf(ZWNJ), "");
    }
}
