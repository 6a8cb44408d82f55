package dev.sanad.retrieve;

import dev.sanad.index.Fields;
import dev.sanad.index.PassageWords;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Reads from the index what the words of a question have in common with each of a few passages. */
final class LexicalFeatures {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    /** What a word counts for that stands in the title, or in the sentence before or after. */
    private static final double IN_TITLE = 0.8;

    private static final double BEFORE = 0.7;
    private static final double AFTER = 0.5;
    /** Sentences of a passage beyond this are taken for one. */
    private static final int MOST_SENTENCES = 64;

    private final List<SearchedWord> words;
    private final Places places;
    private final ToDoubleFunction<Term> inverseFrequency;
    private final double averageLength;
    private final double total;

    LexicalFeatures(
            IndexSearcher searcher, List<SearchedWord> words, int[] documents, ToDoubleFunction<Term> inverseFrequency)
            throws IOException {
        this.words = words;
        this.inverseFrequency = inverseFrequency;
        Set<Term> terms = words.stream()
                .flatMap(word -> word.readings().stream())
                .flatMap(reading -> reading.terms().stream())
                .collect(Collectors.toSet());
        this.places = new Places(searcher, documents, terms);
        @Nullable CollectionStatistics statistics = searcher.collectionStatistics(Fields.LIGHT);
        this.averageLength =
                statistics == null ? 1 : (double) statistics.sumTotalTermFreq() / Math.max(1, statistics.docCount());
        this.total =
                Math.max(1e-9, words.stream().mapToDouble(SearchedWord::weight).sum());
    }

    /** @param passage its place among the documents */
    Features of(int passage) {
        var perWord = new double[words.size()][];
        var bodies = new int[words.size()][];
        double bm25 = 0;
        double coverage = 0;
        double title = 0;
        for (int w = 0; w < words.size(); w++) {
            SearchedWord word = words.get(w);
            double[] certainty = new double[MOST_SENTENCES];
            double best = 0;
            int[] body = Places.NOWHERE;
            for (Reading reading : word.readings()) {
                best = Math.max(best, bm25(reading, passage));
                body = addPlaces(reading, passage, certainty, body);
            }
            bm25 += best;
            coverage += word.weight() * Arrays.stream(certainty).max().orElse(0);
            title += word.weight() * certainty[0];
            perWord[w] = certainty;
            bodies[w] = body;
        }
        return new Features(
                bm25 / total,
                coverage / total,
                bestSentence(perWord) / total,
                proximity(bodies) / total,
                title / total,
                0);
    }

    private double bm25(Reading reading, int passage) {
        double sum = 0;
        double length = K1 * (1 - B + B * places.length(passage) / averageLength);
        for (Term term : reading.terms()) {
            int frequency = places.of(term, passage).length;
            if (frequency > 0) {
                sum += inverseFrequency.applyAsDouble(term) * frequency / (frequency + length);
            }
        }
        return reading.certainty() * sum;
    }

    /** Where the reading stands is added to the word's certainty of each sentence; gives the places in the body so far. */
    private int[] addPlaces(Reading reading, int passage, double[] certainty, int[] body) {
        double share = reading.certainty() / reading.terms().size();
        boolean simple = reading.terms().size() == 1;
        double[] here = simple ? certainty : new double[MOST_SENTENCES];
        int[] all = body;
        for (Term term : reading.terms()) {
            int[] positions = places.of(term, passage);
            int last = -1;
            for (int position : positions) {
                int sentence = Math.min(MOST_SENTENCES - 1, position / PassageWords.STRIDE);
                if (simple) {
                    here[sentence] = Math.max(here[sentence], share);
                } else if (sentence != last) {
                    here[sentence] += share;
                }
                last = sentence;
            }
            all = merged(all, positions);
        }
        if (!simple) {
            for (int s = 0; s < here.length; s++) {
                certainty[s] = Math.max(certainty[s], here[s]);
            }
        }
        return all;
    }

    private static int[] merged(int[] some, int[] others) {
        int[] body = Arrays.stream(others)
                .filter(position -> position >= PassageWords.STRIDE)
                .toArray();
        if (some.length == 0 || body.length == 0) {
            return some.length == 0 ? body : some;
        }
        int[] all = Arrays.copyOf(some, some.length + body.length);
        System.arraycopy(body, 0, all, some.length, body.length);
        Arrays.sort(all);
        return all;
    }

    private double bestSentence(double[][] perWord) {
        double best = 0;
        for (int s = 1; s < MOST_SENTENCES; s++) {
            double sum = 0;
            for (int w = 0; w < perWord.length; w++) {
                double[] certainty = perWord[w];
                double here = Math.max(certainty[s], IN_TITLE * certainty[0]);
                here = s > 1 ? Math.max(here, BEFORE * certainty[s - 1]) : here;
                here = s + 1 < MOST_SENTENCES ? Math.max(here, AFTER * certainty[s + 1]) : here;
                sum += words.get(w).weight() * here;
            }
            best = Math.max(best, sum);
        }
        return best;
    }

    private double proximity(int[][] bodies) {
        double sum = 0;
        for (int w = 0; w + 1 < bodies.length; w++) {
            int distance = distance(bodies[w], bodies[w + 1]);
            if (distance < Integer.MAX_VALUE) {
                sum += Math.min(words.get(w).weight(), words.get(w + 1).weight()) / distance;
            }
        }
        return sum;
    }

    /** The least distance above 0 of a place of the one and a place of the other. */
    private static int distance(int[] some, int[] others) {
        int least = Integer.MAX_VALUE;
        int j = 0;
        for (int place : some) {
            while (j < others.length && others[j] < place) {
                j++;
            }
            if (j > 0) {
                least = Math.min(least, place - others[j - 1]);
            }
            int k = j;
            while (k < others.length && others[k] == place) {
                k++;
            }
            if (k < others.length) {
                least = Math.min(least, others[k] - place);
            }
        }
        return least;
    }
}
