package dev.sanad.retrieve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Finds the candidates for one question in one index, and what speaks for each. */
final class Search {
    /** Passages that are looked at closer because of their words, and because of their meaning. */
    private static final int BY_WORDS = 50;

    /** The same where words are found by guesses. */
    private static final int BY_GUESSES = 100;

    private static final int BY_MEANING = 50;
    private final IndexSearcher searcher;
    private final Readings readings;
    private final List<SearchedWord> words;
    private final @Nullable Query filter;

    /** @param filter only among these passages; null for all */
    Search(IndexSearcher searcher, Readings readings, List<SearchedWord> words, @Nullable Query filter) {
        this.searcher = searcher;
        this.readings = readings;
        this.words = words;
        this.filter = filter;
    }

    /** In the order of their documents. */
    List<Candidate> candidates(QueryPlan plan, int atLeast, @Nullable QuestionVectors vectors) throws IOException {
        int enough = Candidates.isAcrossLanguages(words) ? BY_GUESSES : BY_WORDS;
        int[] byWords = byWords(plan, Math.max(enough, atLeast));
        float[] question = vectors == null || plan.words().isEmpty() ? null : vectors.of(plan.question());
        if (vectors == null || question == null) {
            return candidates(byWords, new double[byWords.length]);
        }
        var nearest = new Nearest(searcher, vectors.model(), question);
        int[] byMeaning = nearest.documents(Math.max(BY_MEANING, atLeast), filter);
        int[] documents = IntStream.concat(Arrays.stream(byWords), Arrays.stream(byMeaning))
                .sorted()
                .distinct()
                .toArray();
        return candidates(documents, withoutGaps(nearest.cosines(documents)));
    }

    /** By the words that tell most, and where those find too little by all. */
    private int[] byWords(QueryPlan plan, int count) throws IOException {
        if (plan.words().isEmpty() && filter != null) {
            return documents(MatchAllDocsQuery.INSTANCE, count);
        }
        List<SearchedWord> telling = Candidates.telling(words);
        int[] found = documents(Candidates.query(telling), count);
        return found.length < count && telling.size() < words.size()
                ? documents(Candidates.query(words), count)
                : found;
    }

    private int[] documents(Query words, int count) throws IOException {
        Query query = words;
        if (filter != null) {
            query = new BooleanQuery.Builder()
                    .add(query, Occur.MUST)
                    .add(filter, Occur.FILTER)
                    .build();
        }
        return Stream.of(searcher.search(query, count).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .sorted()
                .toArray();
    }

    private List<Candidate> candidates(int[] documents, double[] cosines) throws IOException {
        var lexical = new LexicalFeatures(searcher, words, documents, readings::inverseFrequency);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < documents.length; i++) {
            candidates.add(new Candidate(documents[i], lexical.of(i).withCosine(cosines[i])));
        }
        return candidates;
    }

    /** A passage that has no vector yet is taken to be as near as the others are in the median. */
    private static double[] withoutGaps(double[] cosines) {
        double[] known =
                Arrays.stream(cosines).filter(cosine -> cosine != 0).sorted().toArray();
        double median = known.length == 0 ? 0 : known[known.length / 2];
        return Arrays.stream(cosines)
                .map(cosine -> cosine == 0 ? median : cosine)
                .toArray();
    }
}
