package dev.sanad.retrieve;

import dev.sanad.index.Analysis;
import dev.sanad.index.Fields;
import dev.sanad.index.Form;
import dev.sanad.text.NumberSpellings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/** Finds the ways in which a question's words may stand in the articles of one index. For one question. */
final class Readings {
    static final double CUT = 0.6;
    /** What a word counts for that only says what the question is about: it finds the article, the others the sentence. */
    private static final double ASIDE = 0.3;

    private static final double NAME = 0.8;
    private static final double TRANSLATED = 0.7;
    static final double RESPELLED = 0.9;
    private static final int SHORTEST_CUT = 4;
    private final IndexSearcher searcher;
    private final Supplier<Lexicon> lexicon;
    private final Map<Term, Long> frequencies = new HashMap<>();
    private final TermDictionary dictionary;

    Readings(IndexSearcher searcher, Supplier<Lexicon> lexicon) {
        this.searcher = searcher;
        this.lexicon = lexicon;
        this.dictionary = new TermDictionary(searcher);
    }

    List<SearchedWord> of(List<QueryWord> words) throws IOException {
        var readings = new ArrayList<List<Reading>>();
        for (QueryWord word : words) {
            readings.add(new ArrayList<>(ofOne(word)));
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            joined(words.get(i), words.get(i + 1), readings.get(i), readings.get(i + 1));
        }
        if (hasPersian() && words.stream().anyMatch(QueryWord::isLatin)) {
            boolean capitals = words.stream()
                    .anyMatch(word -> Character.isUpperCase(word.surface().charAt(0)));
            for (int i = 0; i < words.size(); i++) {
                name(words.get(i), Form.PERSIAN_NAME, Fields.PERSIAN_NAMES, !capitals, readings.get(i));
            }
            translate(words, readings, true);
        }
        if (hasEnglish() && words.stream().anyMatch(QueryWord::isArabic)) {
            for (int i = 0; i < words.size(); i++) {
                name(words.get(i), Form.LATIN_NAME, Fields.LATIN_NAMES, true, readings.get(i));
            }
            translate(words, readings, false);
        }
        var searched = new ArrayList<SearchedWord>();
        for (int i = 0; i < words.size(); i++) {
            searched.add(searched(readings.get(i), words.get(i).aside() ? ASIDE : 1));
        }
        return searched;
    }

    private SearchedWord searched(List<Reading> readings, double share) throws IOException {
        var found = new ArrayList<Reading>();
        long certain = 0;
        long any = 0;
        for (Reading reading : readings) {
            long frequency = frequency(reading);
            if (frequency > 0) {
                found.add(reading);
                any = Math.max(any, frequency);
                certain = reading.certainty() == 1 ? Math.max(certain, frequency) : certain;
            }
        }
        long frequency = certain > 0 ? certain : any;
        return new SearchedWord(found, frequency, share * inverseFrequency(frequency), share);
    }

    private List<Reading> ofOne(QueryWord word) {
        var readings = new ArrayList<Reading>();
        readings.add(light(word.light(), 1));
        if (!word.joined().isEmpty()) {
            readings.add(asOne(word.joined(), 1));
        }
        if (word.isArabic() && word.truncated().stream().anyMatch(part -> part.length() >= SHORTEST_CUT)) {
            List<Term> cut = word.truncated().stream()
                    .map(part -> new Term(part.length() < SHORTEST_CUT ? Fields.LIGHT : Fields.TRUNCATED, part))
                    .toList();
            readings.add(new Reading(cut, CUT));
            if (!word.truncated().equals(word.light())) {
                // a word that is its own beginning stands in the index as a stem alone
                readings.add(light(word.truncated(), CUT));
            }
        }
        for (String other : NumberSpellings.others(word.exact().getFirst())) {
            readings.add(light(List.of(lightOf(other)), RESPELLED));
        }
        if (word.isArabic() && (word.light().size() == 1 || !word.joined().isEmpty())) {
            String whole = word.joined().isEmpty() ? word.light().getFirst() : lightOf(word.joined());
            for (String other : Variants.of(whole)) {
                readings.add(light(List.of(other), RESPELLED));
            }
        }
        return readings;
    }

    /** Two words that an article may write as one: علی اف, کتاب خانه. */
    private void joined(QueryWord first, QueryWord second, List<Reading> ofFirst, List<Reading> ofSecond)
            throws IOException {
        if (!first.isArabic()
                || !second.isArabic()
                || first.exact().size() + second.exact().size() != 2) {
            return;
        }
        Reading joined = asOne(first.exact().getFirst() + second.exact().getFirst(), RESPELLED);
        if (frequency(joined) > 0) {
            ofFirst.add(joined);
            ofSecond.add(joined);
        }
    }

    /** @param anyLetter whether a word that begins with a small letter may be a name */
    private static void name(QueryWord word, Form form, String field, boolean anyLetter, List<Reading> readings) {
        boolean wanted = form == Form.PERSIAN_NAME ? word.isLatin() : word.isArabic();
        if (!wanted || !(anyLetter || Character.isUpperCase(word.surface().charAt(0)))) {
            return;
        }
        String written = word.joined().isEmpty() ? word.exact().getFirst() : word.joined();
        String skeleton = Analysis.skeleton(written);
        if (skeleton != null) {
            readings.add(new Reading(List.of(new Term(field, skeleton)), NAME));
        }
    }

    /** Each expression that the lexicon knows, the longest first, gives its translation to each of its words. */
    private void translate(List<QueryWord> words, List<List<Reading>> readings, boolean latin) {
        for (int i = 0; i < words.size(); i++) {
            for (int length = Math.min(Lexicon.LONGEST, words.size() - i); length > 0; length--) {
                List<QueryWord> expression = words.subList(i, i + length);
                if (!expression.stream().allMatch(word -> latin ? word.isLatin() : word.isArabic())) {
                    continue;
                }
                List<String> stems = expression.stream()
                        .flatMap(word -> word.light().stream())
                        .toList();
                var translations = lexicon.get().of(stems);
                for (List<String> translation : translations) {
                    for (int j = i; j < i + length; j++) {
                        readings.get(j).add(light(translation, TRANSLATED));
                    }
                }
                if (!translations.isEmpty()) {
                    break;
                }
            }
        }
    }

    private static Reading light(List<String> stems, double certainty) {
        return new Reading(
                stems.stream().map(stem -> new Term(Fields.LIGHT, stem)).toList(), certainty);
    }

    private static Reading asOne(String joined, double certainty) {
        return new Reading(List.of(new Term(Fields.LIGHT, lightOf(joined))), certainty, true);
    }

    private static String lightOf(String word) {
        return Analysis.form(Form.LIGHT, word);
    }

    private boolean hasPersian() throws IOException {
        return frequency(new Term(Fields.LANGUAGE, "fa")) > 0;
    }

    private boolean hasEnglish() throws IOException {
        return frequency(new Term(Fields.LANGUAGE, "en")) > 0;
    }

    /** That of the rarest of its terms. */
    private long frequency(Reading reading) throws IOException {
        long least = Long.MAX_VALUE;
        for (Term term : reading.terms()) {
            least = Math.min(least, frequency(term));
        }
        return least;
    }

    /** Of a term of a reading; BM25's. */
    double inverseFrequency(Term term) {
        return inverseFrequency(frequencies.getOrDefault(term, 0L));
    }

    private double inverseFrequency(long frequency) {
        long passages = searcher.getIndexReader().maxDoc();
        return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
    }

    /** What the readings were looked up in. */
    TermDictionary dictionary() {
        return dictionary;
    }

    /** Counts removed passages too, unless no other may have the term. */
    private long frequency(Term term) throws IOException {
        Long known = frequencies.get(term);
        if (known != null) {
            return known;
        }
        IndexReader reader = searcher.getIndexReader();
        long frequency = dictionary.states(term).docFreq();
        if (frequency > 0 && frequency <= reader.numDeletedDocs()) {
            frequency = searcher.count(new TermQuery(term));
        }
        frequencies.put(term, frequency);
        return frequency;
    }
}
