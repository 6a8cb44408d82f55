package dev.sanad.index;

import org.jspecify.annotations.Nullable;

/** A word in every {@link Form}; null where it has none. */
record Forms(
        String exact,
        @Nullable String light,
        @Nullable String truncated,
        @Nullable String persianName,
        @Nullable String latinName) {
    static Forms of(String word) {
        return new Forms(
                word,
                WordForms.of(Form.LIGHT, word, true),
                WordForms.of(Form.TRUNCATED, word, true),
                WordForms.of(Form.PERSIAN_NAME, word, true),
                WordForms.of(Form.LATIN_NAME, word, true));
    }

    /** @param capital whether its text writes it with a capital */
    @Nullable String of(Form form, boolean capital) {
        return switch (form) {
            case EXACT -> exact;
            case LIGHT -> light;
            case TRUNCATED -> truncated;
            case PERSIAN_NAME -> persianName;
            case LATIN_NAME -> capital ? latinName : null;
        };
    }
}
