package dev.sanad.llm;

import java.util.regex.Pattern;

/** What an embedding or scoring model is given in place of a text: something that every one of them can take. */
final class ModelText {
    /** Characters. The models that run in process see some 2,000 characters of Persian at once, and average the rest. */
    private static final int LONGEST_PASSAGE = 8000;

    /** Characters. What makes a question longer than this (a pasted page) makes it slower, and not clearer. */
    private static final int LONGEST_QUESTION = 1000;

    /** Models refuse an empty text, and tokenizers one of which nothing is left. */
    private static final String NOTHING = ".";

    /** A surrogate without its other half, and what a native tokenizer takes for the end of a text. */
    private static final Pattern NO_CHARACTER = Pattern.compile("[\\x{D800}-\\x{DFFF}\\x00]");

    private ModelText() {}

    static String ofQuestion(String question) {
        return of(question, LONGEST_QUESTION);
    }

    static String ofPassage(String passage) {
        return of(passage, LONGEST_PASSAGE);
    }

    private static String of(String text, int longest) {
        String stripped = text.strip();
        String cut = stripped.length() <= longest ? stripped : stripped.substring(0, longest);
        String clean = NO_CHARACTER.matcher(cut).replaceAll(" ");
        return clean.codePoints().anyMatch(Character::isLetterOrDigit) ? clean : NOTHING;
    }
}
