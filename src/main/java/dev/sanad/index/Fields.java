package dev.sanad.index;

import java.util.HexFormat;

/** The names of the index's fields. The analysed ones are searched, the rest is kept to make a {@code Passage} again. */
public final class Fields {
    /** Words of title and body in {@link Form#LIGHT}. */
    public static final String LIGHT = "light";
    /** The same in {@link Form#TRUNCATED}, save where it is the stem; without places. */
    public static final String TRUNCATED = "trunc4";
    /** The same in {@link Form#PERSIAN_NAME}, without places: what a question in Latin script finds Persian names by. */
    public static final String PERSIAN_NAMES = "names_fa";
    /** The same in {@link Form#LATIN_NAME}, without places: what a Persian question finds Latin names by. */
    public static final String LATIN_NAMES = "names_en";

    /**
     * When the article was published, as seconds since 1970; absent when undated. A day without a time stands as its noon
     * in UTC, which lies in that day wherever its reader is.
     */
    public static final String PUBLISHED_AT = "published_at";
    /** The article's id, for replacing all of its passages. */
    public static final String ARTICLE = "article";
    /** {@code yes} on the first passage of an article: counting these counts articles. */
    public static final String FIRST = "first";

    /** The article's language, BCP 47. */
    public static final String LANGUAGE = "language";

    /** On the first passage of an article: the bands of its {@link Signature}, which nearly the same texts share. */
    public static final String BAND = "band";

    static final String SIGNATURE = "signature";
    static final String ORDINAL = "ordinal";
    static final String SHOWN_TITLE = "shown_title";
    static final String SOURCE = "source";
    static final String URL = "url";
    static final String PUBLISHED = "published";
    static final String START = "start";
    static final String TEXT = "text";
    /** The sentences' bounds, relative to the passage, as comma-separated numbers. */
    static final String SENTENCES = "sentences";

    /**
     * The field of a model's vectors. A field a model and a dimension, so that vectors of two never meet, and a query of
     * another model or dimension finds none.
     *
     * @param model as its embedder calls itself
     */
    public static String vector(String model, int dimension) {
        String hash = HexFormat.of().formatHex(EmbeddedText.sha256(dimension + " " + model));
        return "vector_" + hash.substring(0, 12);
    }

    /** The form of the words that a field of words holds. */
    public static Form form(String field) {
        return switch (field) {
            case LIGHT -> Form.LIGHT;
            case TRUNCATED -> Form.TRUNCATED;
            case PERSIAN_NAMES -> Form.PERSIAN_NAME;
            case LATIN_NAMES -> Form.LATIN_NAME;
            default -> throw new IllegalArgumentException(field + " holds no words");
        };
    }

    private Fields() {}
}
