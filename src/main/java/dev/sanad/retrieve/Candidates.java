package dev.sanad.retrieve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The query that finds the passages worth a closer look: BM25 over the readings of each word. */
final class Candidates {
    private static final double SPARED = 0.3;
    /** Words that are searched of a long question: the passages that have the others too have these. */
    private static final int MOST_TELLING = 6;

    private final TermDictionary dictionary;

    Candidates(TermDictionary dictionary) {
        this.dictionary = dictionary;
    }

    Query query(List<SearchedWord> words) throws IOException {
        return isAcrossLanguages(words) ? best(words) : sum(words);
    }

    /** Where no reading is a guess a word's readings are summed, which Lucene searches in less time: few passages have two. */
    private Query sum(List<SearchedWord> words) throws IOException {
        Map<Term, Double> terms = new LinkedHashMap<>();
        var query = new BooleanQuery.Builder();
        for (SearchedWord word : words) {
            Reading parts = word.parts();
            Map<Term, Double> ofWord = new LinkedHashMap<>();
            for (Reading reading : word.whole()) {
                if (reading.asOne() && parts != null) {
                    query.add(boosted(without(reading, parts), reading.certainty()), Occur.SHOULD);
                } else {
                    reading.terms().forEach(term -> ofWord.merge(term, reading.certainty(), Math::max));
                }
            }
            ofWord.forEach((term, certainty) -> terms.merge(term, certainty, Double::sum));
        }
        for (Map.Entry<Term, Double> term : terms.entrySet()) {
            query.add(boosted(query(term.getKey()), term.getValue()), Occur.SHOULD);
        }
        return query.build();
    }

    /** A passage that joins the parts by a ZWNJ has the whole beside them, and it must not count twice. */
    private Query without(Reading whole, Reading parts) throws IOException {
        var all = new BooleanQuery.Builder();
        for (Term part : parts.terms()) {
            all.add(query(part), Occur.FILTER);
        }
        return new BooleanQuery.Builder()
                .add(allOf(whole.terms()), Occur.MUST)
                .add(all.build(), Occur.MUST_NOT)
                .build();
    }

    /** Each word counts by the best of its readings. */
    private Query best(List<SearchedWord> words) throws IOException {
        var query = new BooleanQuery.Builder();
        for (SearchedWord word : words) {
            List<Query> readings = readings(word);
            if (readings.size() == 1) {
                query.add(readings.getFirst(), Occur.SHOULD);
            } else if (!readings.isEmpty()) {
                query.add(new DisjunctionMaxQuery(readings, 0), Occur.SHOULD);
            }
        }
        return query.build();
    }

    /** Whether some word may be found by its translation or its name's consonants: each such finding is a guess, so all count. */
    static boolean isAcrossLanguages(List<SearchedWord> words) {
        return words.stream()
                .flatMap(word -> word.readings().stream())
                .anyMatch(reading -> !reading.isCut() && reading.certainty() < Readings.RESPELLED);
    }

    /**
     * The words that tell most of which passages to look at closer. Those left out stand in so many that they cost most of the
     * time; together they are less than {@value #SPARED} of the weight of the words that are found at all, but for those of a
     * question of more than {@value #MOST_TELLING} such words.
     */
    static List<SearchedWord> telling(List<SearchedWord> words) {
        if (isAcrossLanguages(words)) {
            return words;
        }
        List<SearchedWord> found =
                words.stream().filter(word -> !word.readings().isEmpty()).toList();
        double least = leastWeight(found);
        return found.stream().filter(word -> word.weight() >= least).toList();
    }

    private static double leastWeight(List<SearchedWord> words) {
        double[] weights =
                words.stream().mapToDouble(SearchedWord::weight).sorted().toArray();
        double spared = SPARED * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            spared -= weights[i];
            if (spared < 0 && weights.length - i <= MOST_TELLING) {
                return weights[i];
            }
        }
        return 0;
    }

    private List<Query> readings(SearchedWord word) throws IOException {
        var queries = new ArrayList<Query>();
        for (Reading reading : word.whole()) {
            queries.add(boosted(allOf(reading.terms()), reading.certainty()));
        }
        return queries;
    }

    private static Query boosted(Query query, double boost) {
        return boost == 1 ? query : new BoostQuery(query, (float) boost);
    }

    private Query allOf(List<Term> terms) throws IOException {
        if (terms.size() == 1) {
            return query(terms.getFirst());
        }
        var sum = new BooleanQuery.Builder();
        for (Term term : terms) {
            sum.add(query(term), Occur.SHOULD);
        }
        return sum.build();
    }

    private Query query(Term term) throws IOException {
        return new TermQuery(term, dictionary.states(term));
    }
}
