package dev.sanad.index;

import dev.sanad.text.Folding;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The chains that turn text into terms, one a field, the same for articles and questions. Changing any of them is a change
 * of {@link IndexSchema#VERSION}.
 */
public final class Analysis {
    private static final NormalizeCharMap CHARACTERS = characters();
    private final Analyzer analyzer = new PerFieldAnalyzerWrapper(
            new Chain(Fields.LIGHT),
            Map.of(
                    Fields.EXACT, new Chain(Fields.EXACT),
                    Fields.TRUNCATED, new Chain(Fields.TRUNCATED),
                    Fields.ENGLISH, new Chain(Fields.ENGLISH)));

    /**
     * A term of a text.
     *
     * @param start of the surface word that it came from, UTF-16 units; a compound's parts share both offsets
     * @param position counted from 0; a compound's joined form has the position of its first part
     */
    public record Term(String text, int start, int end, int position) {}

    public Analyzer analyzer() {
        return analyzer;
    }

    /** The terms of a text as that field's chain makes them. */
    public List<Term> terms(String field, String text) {
        var terms = new ArrayList<Term>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offsets = stream.addAttribute(OffsetAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                terms.add(new Term(term.toString(), offsets.startOffset(), offsets.endOffset(), position));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return terms;
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
        return builder.build();
    }

    private static final class Chain extends Analyzer {
        private final String field;

        Chain(String field) {
            this.field = field;
        }

        @Override
        protected Reader initReader(String fieldName, Reader reader) {
            return new MappingCharFilter(CHARACTERS, reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer tokenizer = new StandardTokenizer();
            if (field.equals(Fields.ENGLISH)) {
                TokenStream words = new LatinOnlyFilter(new LowerCaseFilter(tokenizer));
                words = new StopFilter(new EnglishPossessiveFilter(words), PersianWords.STOP);
                return new TokenStreamComponents(tokenizer, new PorterStemFilter(words));
            }
            TokenStream words = new CompoundFilter(new FoldingFilter(tokenizer));
            words = new StopFilter(words, PersianWords.STOP);
            TokenStream terms = switch (field) {
                case Fields.LIGHT -> new RemoveDuplicatesTokenFilter(new LightStemFilter(words));
                case Fields.TRUNCATED -> new RemoveDuplicatesTokenFilter(new TruncateArabicFilter(words, 4));
                default -> words;
            };
            return new TokenStreamComponents(tokenizer, terms);
        }
    }

    /** For a reader that only needs to know how a text is read, such as a test. */
    public List<String> termTexts(String field, String text) {
        return terms(field, text).stream().map(Term::text).toList();
    }
}
