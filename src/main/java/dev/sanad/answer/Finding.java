package dev.sanad.answer;

/**
 * What the support check holds against a sentence.
 *
 * @param text the words it is about
 */
public record Finding(Kind kind, String text) {
    public enum Kind {
        /** Names no sentence of the evidence, and none carries it. */
        UNCITED,
        /** A number that its quotations do not have. */
        NUMBER,
        /** A date that its quotations do not have. */
        DATE,
        /** A name or rare word that its quotations do not have. */
        NAME,
        /** Too few of its content words stand in its quotations. */
        WORDS
    }
}
