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
        /** Recites what the model was told. */
        PROMPT,
        /** An address of the web that is not of the articles that are quoted. */
        LINK,
        /** Says no where its quotations say yes, or yes where they say no. */
        NEGATION,
        /** Says the opposite of a word in its quotations, such as more for less, before for after, agreed for refused. */
        DIRECTION,
        /** Names or other words that changed places, so that another did it, or did it to another. */
        ORDER,
        /** Too few of its content words stand in its quotations. */
        WORDS,
        /** The judge says that its quotations do not bear it out. */
        JUDGE
    }
}
