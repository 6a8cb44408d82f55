package dev.sanad.retrieve;

import dev.sanad.index.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
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
    private final Candidates queries;
    private final List<SearchedWord> words;
    private final @Nullable Query filter;

    /** @param filter only among these passages; null for all */
    Search(IndexSearcher searcher, Readings readings, List<SearchedWord> words, @Nullable Query filter) {
        this.searcher = searcher;
        this.readings = readings;
        this.queries = new Candidates(readings.dictionary());
        this.words = words;
        this.filter = filter;
    }

    /** In the order of their documents. */
    List<Candidate> candidates(QueryPlan plan, int atLeast, @Nullable QuestionVectors vectors) throws IOException {
        int enough = Candidates.isAcrossLanguages(words) ? BY_GUESSES : BY_WORDS;
        if (plan.wantsNewest()) {
            int[] newest = newest(Math.max(BY_WORDS, atLeast));
            return candidates(newest, new double[newest.length]);
        }
        int[] byWords = byWords(Math.max(enough, atLeast), atLeast);
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

    /** The newest that have all words; without any words the beginnings of the newest articles. */
    private int[] newest(int count) throws IOException {
        var query = new BooleanQuery.Builder();
        if (words.isEmpty()) {
            query.add(new TermQuery(new Term(Fields.FIRST, "yes")), Occur.FILTER);
        }
        for (SearchedWord word : words) {
            query.add(queries.query(List.of(word)), Occur.MUST);
        }
        if (filter != null) {
            query.add(filter, Occur.FILTER);
        }
        var byTime = new Sort(LongField.newSortField(Fields.PUBLISHED_AT, true, SortedNumericSelector.Type.MAX));
        return Stream.of(searcher.search(query.build(), count, byTime).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .sorted()
                .toArray();
    }

    /** By the words that tell most, and where those find fewer than are wanted by all. */
    private int[] byWords(int count, int atLeast) throws IOException {
        List<SearchedWord> telling = Candidates.telling(words);
        int[] found = documents(queries.query(telling), count);
        return found.length < atLeast && telling.size() < words.size() ? documents(queries.query(words), count) : found;
    }

    private int[] documents(Query words, int count) throws IOException {
        Query query = words;
        if (filter != null) {
            query = new BooleanQuery.Builder()
                    .add(query, Occur.MUST)
                    .add(filter, Occur.FILTER)
                    .build();
        }
        // how many there are in all is of no interest, so those that cannot come among the best are passed over at once
        var best = new TopScoreDocCollectorManager(count, count);
        return Stream.of(searcher.search(query, best).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .sorted()
                .toArray();
    }

    private List<Candidate> candidates(int[] documents, double[] cosines) throws IOException {
        var lexical = new LexicalFeatures(searcher, words, documents, readings);
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
