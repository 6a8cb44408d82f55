package dev.sanad.index;

/** The forms of a text's words that are searched and compared; each is made of the word as the {@link Analysis} reads it. */
public enum Form {
    /** As written, after folding. */
    EXACT,
    /** Without inflection: Persian lightly stemmed, English by its own stemmer. */
    LIGHT,
    /** The first four letters of a longer word in Arabic script. */
    TRUNCATED,
    /** The consonants of a word in Arabic script, as {@link dev.sanad.text.Skeleton} has them. */
    PERSIAN_NAME,
    /** The consonants of a Latin word that begins with a capital. */
    LATIN_NAME
}
