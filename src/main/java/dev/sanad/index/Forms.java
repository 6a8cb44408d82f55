package dev.sanad.index;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A word in each {@link Form} that is indexed, as Lucene keeps terms, in UTF-8. They stand in one array: every word of every
 * text asks for all of them, and what lies together comes from memory at once.
 */
final class Forms {
    private final char[] word;
    private final byte[] terms;
    private final int lightEnd;
    private final int truncatedEnd;
    private final int persianNameEnd;

    private Forms(char[] word, byte[] terms, int lightEnd, int truncatedEnd, int persianNameEnd) {
        this.word = word;
        this.terms = terms;
        this.lightEnd = lightEnd;
        this.truncatedEnd = truncatedEnd;
        this.persianNameEnd = persianNameEnd;
    }

    static Forms of(String word) {
        var terms = new BytesRefBuilder();
        String light = WordForms.light(word);
        String truncated = WordForms.of(Form.TRUNCATED, word, true);
        int lightEnd = append(terms, light);
        // found as the stem that it is
        int truncatedEnd = append(terms, light.equals(truncated) ? null : truncated);
        int persianNameEnd = append(terms, WordForms.of(Form.PERSIAN_NAME, word, true));
        append(terms, WordForms.of(Form.LATIN_NAME, word, true));
        return new Forms(word.toCharArray(), terms.toBytesRef().bytes, lightEnd, truncatedEnd, persianNameEnd);
    }

    private static int append(BytesRefBuilder terms, @Nullable String term) {
        if (term != null) {
            terms.append(new BytesRef(term));
        }
        return terms.length();
    }

    boolean isOf(char[] letters, int length) {
        return Arrays.equals(word, 0, word.length, letters, 0, length);
    }

    String word() {
        return new String(word);
    }

    /**
     * Makes {@code term} show one form, in bytes that are not to be written into.
     *
     * @return false where the word has no such form
     */
    boolean show(Form form, BytesRef term) {
        term.bytes = terms;
        term.offset = switch (form) {
            case LIGHT -> 0;
            case TRUNCATED -> lightEnd;
            case PERSIAN_NAME -> truncatedEnd;
            case LATIN_NAME -> persianNameEnd;
            case EXACT -> throw new IllegalArgumentException("no index holds words as they are written");
        };
        int end = switch (form) {
            case LIGHT -> lightEnd;
            case TRUNCATED -> truncatedEnd;
            case PERSIAN_NAME -> persianNameEnd;
            case LATIN_NAME, EXACT -> terms.length;
        };
        term.length = end - term.offset;
        return term.length > 0;
    }
}
