package dev.sanad.index;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A word in every {@link Form} as Lucene keeps terms, in UTF-8; null where it has none. Nothing is written into them. */
record Forms(
        String exact,
        @Nullable BytesRef light,
        @Nullable BytesRef truncated,
        @Nullable BytesRef persianName,
        @Nullable BytesRef latinName) {
    static Forms of(String word) {
        String light = WordForms.of(Form.LIGHT, word, true);
        String truncated = WordForms.of(Form.TRUNCATED, word, true);
        return new Forms(
                word,
                bytes(light),
                // found as the stem that it is
                truncated == null || truncated.equals(light) ? null : bytes(truncated),
                bytes(WordForms.of(Form.PERSIAN_NAME, word, true)),
                bytes(WordForms.of(Form.LATIN_NAME, word, true)));
    }

    private static @Nullable BytesRef bytes(@Nullable String term) {
        return term == null ? null : new BytesRef(term);
    }

    /** @param capital whether its text writes it with a capital */
    @Nullable BytesRef of(Form form, boolean capital) {
        return switch (form) {
            case EXACT -> new BytesRef(exact);
            case LIGHT -> light;
            case TRUNCATED -> truncated;
            case PERSIAN_NAME -> persianName;
            case LATIN_NAME -> capital ? latinName : null;
        };
    }
}
