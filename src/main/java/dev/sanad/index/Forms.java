package dev.sanad.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A word in each {@link Form} that is indexed, as Lucene keeps terms, in UTF-8. They stand in one array behind the word's letters:
 * every word of every text asks for all of them, and what lies together comes from memory at once.
 */
final class Forms {
    private static final VarHandle CHARS = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());

    private final byte[] packed;
    private final int wordEnd;
    private final int lightEnd;
    private final int truncatedEnd;
    private final int persianNameEnd;

    private Forms(byte[] packed, int wordEnd, int lightEnd, int truncatedEnd, int persianNameEnd) {
        this.packed = packed;
        this.wordEnd = wordEnd;
        this.lightEnd = lightEnd;
        this.truncatedEnd = truncatedEnd;
        this.persianNameEnd = persianNameEnd;
    }

    static Forms of(String word) {
        var packed = new BytesRefBuilder();
        int wordEnd = Character.BYTES * word.length();
        packed.setLength(wordEnd);
        packed.grow(wordEnd);
        for (int i = 0; i < word.length(); i++) {
            CHARS.set(packed.bytes(), Character.BYTES * i, word.charAt(i));
        }
        String light = WordForms.light(word);
        String truncated = WordForms.of(Form.TRUNCATED, word, true);
        int lightEnd = append(packed, light);
        // found as the stem that it is
        int truncatedEnd = append(packed, light.equals(truncated) ? null : truncated);
        int persianNameEnd = append(packed, WordForms.of(Form.PERSIAN_NAME, word, true));
        append(packed, WordForms.of(Form.LATIN_NAME, word, true));
        return new Forms(packed.toBytesRef().bytes, wordEnd, lightEnd, truncatedEnd, persianNameEnd);
    }

    private static int append(BytesRefBuilder packed, @Nullable String term) {
        if (term != null) {
            packed.append(new BytesRef(term));
        }
        return packed.length();
    }

    /** Whether these are the forms of the word that the letters from one place to another are. */
    boolean isOf(char[] letters, int start, int end) {
        if (wordEnd != Character.BYTES * (end - start)) {
            return false;
        }
        for (int i = 0; i < wordEnd; i += Character.BYTES) {
            if (letter(i) != letters[start + i / Character.BYTES]) {
                return false;
            }
        }
        return true;
    }

    private char letter(int at) {
        return (char) CHARS.get(packed, at);
    }

    String word() {
        var word = new StringBuilder();
        for (int i = 0; i < wordEnd; i += Character.BYTES) {
            word.append(letter(i));
        }
        return word.toString();
    }

    /**
     * Makes {@code term} show one form, in bytes that are not to be written into.
     *
     * @return false where the word has no such form
     */
    boolean show(Form form, BytesRef term) {
        term.bytes = packed;
        term.offset = switch (form) {
            case LIGHT -> wordEnd;
            case TRUNCATED -> lightEnd;
            case PERSIAN_NAME -> truncatedEnd;
            case LATIN_NAME -> persianNameEnd;
            case EXACT -> throw new IllegalArgumentException("no index holds words as they are written");
        };
        int end = switch (form) {
            case LIGHT -> lightEnd;
            case TRUNCATED -> truncatedEnd;
            case PERSIAN_NAME -> persianNameEnd;
            case LATIN_NAME, EXACT -> packed.length;
        };
        term.length = end - term.offset;
        return term.length > 0;
    }
}
