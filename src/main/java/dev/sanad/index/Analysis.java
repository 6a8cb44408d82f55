package dev.sanad.index;

import dev.sanad.text.Folding;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text as words, the same for articles and questions, and gives each word's forms. A text is read once, whatever
 * forms are wanted of it. Changing what comes out is a change of {@link IndexSchema#VERSION}. Safe for many threads.
 */
public final class Analysis {
    /** Characters that {@link #CHARACTERS} maps. */
    private static final boolean[] MAPPED = new boolean[Character.MAX_VALUE + 1];

    private static final NormalizeCharMap CHARACTERS = characters();
    private final Analyzer words = new Words(false);
    private final Analyzer mappedWords = new Words(true);
    private final Analyzer written = new Written(false);
    private final Analyzer mappedWritten = new Written(true);

    /**
     * A term of a text.
     *
     * @param start of the surface word that it came from, UTF-16 units; a compound's parts share both offsets
     * @param position counted from 0; a compound's joined form has the position of its first part
     */
    public record Term(String text, int start, int end, int position) {}

    /** Takes the words of a text. */
    interface WordListener {
        /**
         * A word, as {@link Term} has it.
         *
         * @param word overwritten by the next
         */
        void take(CharTermAttribute word, int start, int end, int position);
    }

    /** The text's words in one form; a word that has none is left out, and so is a joined form that is its first part. */
    public List<Term> terms(Form form, String text) {
        var terms = new ArrayList<Term>();
        for (Term word : words(text)) {
            String made = WordForms.of(form, word.text(), Character.isUpperCase(text.charAt(word.start())));
            boolean again = !terms.isEmpty()
                    && terms.getLast().position() == word.position()
                    && terms.getLast().text().equals(made);
            if (made != null && !again) {
                terms.add(new Term(made, word.start(), word.end(), word.position()));
            }
        }
        return terms;
    }

    /** The text's words as written, folded; function words are left out. */
    public List<Term> words(String text) {
        return read(wordsOf(text), text);
    }

    /** What {@link #words} gives, one after the other, and nothing made of them. */
    void read(String text, WordListener listener) {
        read(wordsOf(text), text, listener);
    }

    private Analyzer wordsOf(String text) {
        return isMapped(text) ? mappedWords : words;
    }

    /** Every word as it is written, folded: function words too, and a compound whole, with its ZWNJs. */
    public List<Term> written(String text) {
        return read(isMapped(text) ? mappedWritten : written, text).stream()
                .map(word -> new Term(Spellings.inFull(word.text()), word.start(), word.end(), word.position()))
                .toList();
    }

    private static boolean isMapped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (MAPPED[text.charAt(i)]) {
                return true;
            }
        }
        return false;
    }

    private static List<Term> read(Analyzer analyzer, String text) {
        var terms = new ArrayList<Term>();
        read(
                analyzer,
                text,
                (word, start, end, position) -> terms.add(new Term(word.toString(), start, end, position)));
        return terms;
    }

    private static void read(Analyzer analyzer, String text, WordListener listener) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offsets = stream.addAttribute(OffsetAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                listener.take(term, offsets.startOffset(), offsets.endOffset(), position);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    /** One form of a word that {@link #words} gave; the word itself where it has none, as if it had no capital. */
    public static String form(Form form, String word) {
        String made = WordForms.of(form, word, false);
        return made == null ? word : made;
    }

    /**
     * One form of a word that {@link #words} gave; null where it has none.
     *
     * @param capital whether its text writes it with a capital
     */
    public static @Nullable String formOrNull(Form form, String word, boolean capital) {
        return WordForms.of(form, word, capital);
    }

    /** Whether a folded word inflects the one beside it where a space parts them: می رود, کتاب ها. */
    public static boolean isAffix(String word) {
        return PersianWords.AFFIXES.contains(word);
    }

    /** The consonants by which a name is found in the other script; null where there are too few. */
    public static @Nullable String skeleton(String word) {
        return WordForms.skeleton(word);
    }

    /** For a reader that only needs to know how a text is read, such as a test. */
    public List<String> termTexts(Form form, String text) {
        return terms(form, text).stream().map(Term::text).toList();
    }

    /** Presentation forms and other compatibility characters to their letters; what is invisible goes, save the ZWNJ. */
    private static NormalizeCharMap characters() {
        var map = new HashMap<String, String>();
        for (int c = 0xFB50; c <= 0xFEFC; c++) {
            String one = String.valueOf((char) c);
            String plain = Normalizer.normalize(one, Normalizer.Form.NFKC).strip();
            // a ligature of several words stays one word, for a word's offsets must hold a character
            if (!plain.equals(one) && plain.indexOf(' ') < 0) {
                map.put(one, plain);
            }
        }
        for (int c = 0xFF01; c <= 0xFF5E; c++) {
            map.put(String.valueOf((char) c), String.valueOf((char) (c - 0xFEE0)));
        }
        for (char c : "\u00AD\u00AC".toCharArray()) {
            map.put(String.valueOf(c), String.valueOf(Folding.ZWNJ));
        }
        for (char c :
                "\u200D\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFFـ".toCharArray()) {
            map.put(String.valueOf(c), "");
        }
        var builder = new NormalizeCharMap.Builder();
        map.forEach(builder::add);
        map.keySet().forEach(from -> MAPPED[from.charAt(0)] = true);
        return builder.build();
    }

    private static class Written extends Analyzer {
        private final boolean maps;

        /** @param maps whether the text holds what has to be mapped first; most do not, and save the time */
        Written(boolean maps) {
            this.maps = maps;
        }

        @Override
        protected Reader initReader(String fieldName, Reader reader) {
            return maps ? new MappingCharFilter(CHARACTERS, reader) : reader;
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(tokenizer, terms(new FoldingFilter(tokenizer)));
        }

        TokenStream terms(TokenStream folded) {
            return folded;
        }
    }

    private static final class Words extends Written {
        Words(boolean maps) {
            super(maps);
        }

        @Override
        TokenStream terms(TokenStream folded) {
            return new StopFilter(new CompoundFilter(folded), PersianWords.STOP);
        }
    }
}
