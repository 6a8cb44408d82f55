package dev.sanad.retrieve;

import dev.sanad.index.Fields;
import dev.sanad.index.PassageWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    /** What a word counts for in a sentence that stands in the passage, its place unknown. */
    private static final double SOMEWHERE = 0.7;

    /** Share of the weight of the found word that weighs most; beginnings of words below it are not looked for: many words share them. */
    private static final double WORTH_CUTTING = 0.6;

    /** Sentences of a passage beyond this are taken for one. */
    private static final int MOST_SENTENCES = 64;

    private final List<SearchedWord> words;
    private final Places places;
    /** Of each word. */
    private final List<List<Placed>> readings = new ArrayList<>();

    private final double averageLength;
    private final double total;

    /** A reading's terms in the passages, looked up once for all of them. */
    private static final class Placed {
        private final double certainty;
        /** Whether each term says where it stands. */
        private final boolean hasPlaces;
        /** By term and passage. */
        private final int[][][] places;

        private final double[] inverseFrequencies;

        Placed(Reading reading, Places places, Readings known) {
            List<Term> terms = reading.terms();
            this.certainty = reading.certainty();
            this.hasPlaces = terms.stream().allMatch(term -> term.field().equals(Fields.LIGHT));
            this.places = terms.stream().map(places::of).toArray(int[][][]::new);
            this.inverseFrequencies =
                    terms.stream().mapToDouble(known::inverseFrequency).toArray();
        }
    }

    LexicalFeatures(IndexSearcher searcher, List<SearchedWord> words, int[] documents, Readings known)
            throws IOException {
        this.words = words;
        double least = WORTH_CUTTING
                * words.stream()
                        .filter(word -> !word.readings().isEmpty())
                        .mapToDouble(SearchedWord::weight)
                        .max()
                        .orElse(0);
        List<List<Reading>> wanted = words.stream()
                .map(word -> word.weight() < least ? word.whole() : word.readings())
                .toList();
        Set<Term> terms = wanted.stream()
                .flatMap(List::stream)
                .flatMap(reading -> reading.terms().stream())
                .collect(Collectors.toSet());
        this.places = new Places(searcher, documents, known.dictionary(), terms);
        for (List<Reading> ofWord : wanted) {
            readings.add(ofWord.stream()
                    .map(reading -> new Placed(reading, places, known))
                    .toList());
        }
        @Nullable CollectionStatistics statistics = searcher.collectionStatistics(Fields.LIGHT);
        this.averageLength =
                statistics == null ? 1 : (double) statistics.sumTotalTermFreq() / Math.max(1, statistics.docCount());
        this.total =
                Math.max(1e-9, words.stream().mapToDouble(SearchedWord::weight).sum());
    }

    /** @param passage its place among the documents */
    Features of(int passage) {
        int sentences = sentences(passage);
        var certainties = new double[words.size()][];
        var bodies = new int[words.size()][];
        double[] somewhere = new double[words.size()];
        double bm25 = 0;
        double coverage = 0;
        double title = 0;
        for (int w = 0; w < words.size(); w++) {
            SearchedWord word = words.get(w);
            double[] certainty = new double[sentences];
            double best = 0;
            for (Placed reading : readings.get(w)) {
                best = Math.max(best, bm25(reading, passage));
                if (reading.hasPlaces) {
                    mark(reading, passage, certainty);
                } else {
                    somewhere[w] = Math.max(somewhere[w], share(reading, passage));
                }
            }
            bm25 += word.share() * best;
            coverage += word.weight() * Math.max(max(certainty), somewhere[w]);
            title += word.weight() * certainty[0];
            certainties[w] = certainty;
            bodies[w] = body(readings.get(w), passage);
        }
        return new Features(
                bm25 / total,
                coverage / total,
                bestSentence(certainties, somewhere, sentences) / total,
                proximity(bodies) / total,
                title / total,
                0);
    }

    /** The title, and the sentences up to the last that has any of the words. */
    private int sentences(int passage) {
        int last = 1;
        for (List<Placed> word : readings) {
            for (Placed reading : word) {
                for (int[][] term : reading.places) {
                    int[] positions = term[passage];
                    if (positions.length > 0) {
                        last = Math.max(last, sentence(positions[positions.length - 1]));
                    }
                }
            }
        }
        return last + 1;
    }

    private static int sentence(int position) {
        return Math.min(MOST_SENTENCES - 1, position / PassageWords.STRIDE);
    }

    private double bm25(Placed reading, int passage) {
        double sum = 0;
        double length = K1 * (1 - B + B * places.length(passage) / averageLength);
        for (int t = 0; t < reading.places.length; t++) {
            int frequency = reading.places[t][passage].length;
            if (frequency > 0) {
                sum += reading.inverseFrequencies[t] * frequency / (frequency + length);
            }
        }
        return reading.certainty * sum;
    }

    /** How much of the reading stands in the passage, times its certainty. */
    private static double share(Placed reading, int passage) {
        int found = 0;
        for (int[][] term : reading.places) {
            found += term[passage].length > 0 ? 1 : 0;
        }
        return reading.certainty * found / reading.places.length;
    }

    /** Raises the word's certainty in each sentence that has the reading; one that has a part of it has a part of it. */
    private static void mark(Placed reading, int passage, double[] certainty) {
        if (reading.places.length == 1) {
            for (int position : reading.places[0][passage]) {
                int sentence = sentence(position);
                certainty[sentence] = Math.max(certainty[sentence], reading.certainty);
            }
            return;
        }
        double[] here = new double[certainty.length];
        for (int[][] term : reading.places) {
            int last = -1;
            for (int position : term[passage]) {
                int sentence = sentence(position);
                here[sentence] += sentence == last ? 0 : reading.certainty / reading.places.length;
                last = sentence;
            }
        }
        for (int s = 0; s < here.length; s++) {
            certainty[s] = Math.max(certainty[s], here[s]);
        }
    }

    /** Where the terms of the word's readings stand that stand in the body at all; ascending. */
    private static int[] body(List<Placed> word, int passage) {
        List<int[]> found = new ArrayList<>();
        for (Placed reading : word) {
            for (int[][] term : reading.places) {
                int[] positions = term[passage];
                if (positions.length > 0 && positions[positions.length - 1] >= PassageWords.STRIDE) {
                    found.add(positions);
                }
            }
        }
        return switch (found.size()) {
            case 0 -> Places.NOWHERE;
            case 1 -> found.getFirst();
            default ->
                found.stream().flatMapToInt(IntStream::of).sorted().distinct().toArray();
        };
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    private double bestSentence(double[][] certainties, double[] somewhere, int sentences) {
        double best = 0;
        for (int s = 1; s < sentences; s++) {
            double sum = 0;
            for (int w = 0; w < certainties.length; w++) {
                double[] certainty = certainties[w];
                double here = Math.max(certainty[s], Math.max(IN_TITLE * certainty[0], SOMEWHERE * somewhere[w]));
                here = s > 1 ? Math.max(here, BEFORE * certainty[s - 1]) : here;
                here = s + 1 < sentences ? Math.max(here, AFTER * certainty[s + 1]) : here;
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

    /** The least distance above 0 of a place of the one in the body and a place of the other. */
    private static int distance(int[] some, int[] others) {
        int least = Integer.MAX_VALUE;
        int j = firstOfBody(others);
        int begin = j;
        for (int i = firstOfBody(some); i < some.length; i++) {
            int place = some[i];
            while (j < others.length && others[j] < place) {
                j++;
            }
            if (j > begin) {
                least = Math.min(least, place - others[j - 1]);
            }
            int next = j < others.length && others[j] == place ? j + 1 : j;
            if (next < others.length && others[next] > place) {
                least = Math.min(least, others[next] - place);
            }
        }
        return least;
    }

    private static int firstOfBody(int[] places) {
        int first = 0;
        while (first < places.length && places[first] < PassageWords.STRIDE) {
            first++;
        }
        return first;
    }
}
