package dev.sanad.retrieve;

import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.index.Analysis;
import dev.sanad.index.Fields;
import dev.sanad.index.PassageDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/**
 * Finds the passages that share words with a question and, with a model, those that are near it in meaning, and ranks both
 * by all that speaks for them. Searches the last commit.
 */
final class ArchiveRetriever implements Retriever {
    /** What a further passage of one article must have ahead of others, in logarithms of odds. */
    private static final double SPREAD = 1.5;

    /** Of how many unknown words other spellings are looked for. */
    private static final int MOST_SPELLINGS = 5;

    private static final Duration REFRESH_EVERY = Duration.ofMillis(500);

    private final SearcherManager searchers;
    private final Analysis analysis;
    private final AtomicLong refreshDue = new AtomicLong(System.nanoTime());
    private final ZoneId zone;
    private final Coverages coverages;
    private final Supplier<Lexicon> lexicon;
    private final Ranking ranking;
    private final @Nullable QuestionVectors vectors;
    private final @Nullable Reranker reranker;

    /**
     * @param zone where an article's time of publication is which day
     * @param vectors null to search by words alone
     */
    ArchiveRetriever(
            SearcherManager searchers,
            Analysis analysis,
            ZoneId zone,
            Supplier<Lexicon> lexicon,
            Ranking ranking,
            @Nullable QuestionVectors vectors,
            @Nullable Reranker reranker) {
        this.searchers = searchers;
        this.analysis = analysis;
        this.zone = zone;
        this.coverages = new Coverages(zone);
        this.lexicon = lexicon;
        this.ranking = ranking;
        this.vectors = vectors;
        this.reranker = reranker;
    }

    @Override
    public Retrieval retrieve(QueryPlan plan, int limit) {
        try {
            refresh();
            IndexSearcher searcher = searchers.acquire();
            try {
                return retrieve(searcher, plan, limit);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        }
    }

    @Override
    public Map<String, String> spellings(List<QueryWord> unknown) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                var spelling = new Spelling(searcher, analysis);
                Map<String, String> found = new LinkedHashMap<>();
                for (QueryWord word : unknown.subList(0, Math.min(MOST_SPELLINGS, unknown.size()))) {
                    String suggestion = spelling.of(word);
                    if (suggestion != null) {
                        found.put(word.surface(), suggestion);
                    }
                }
                return found;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        }
    }

    @Override
    public Printed printed(Passage passage, Sentence sentence) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return new Reprints(searcher).of(passage, sentence);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        }
    }

    /** Looking for a new commit reads the folder, so not every question does. */
    private void refresh() throws IOException {
        long now = System.nanoTime();
        long due = refreshDue.get();
        if (now - due >= 0 && refreshDue.compareAndSet(due, now + REFRESH_EVERY.toNanos())) {
            searchers.maybeRefresh();
        }
    }

    private Retrieval retrieve(IndexSearcher searcher, QueryPlan asked, int limit) throws IOException {
        TimeWindow window = asked.window();
        Query time = window == null ? null : time(window);
        boolean emptyWindow = time != null && searcher.count(time) == 0;
        QueryPlan plan = emptyWindow ? asked.withoutWindow() : asked;
        var readings = new Readings(searcher, lexicon);
        List<SearchedWord> words = readings.of(plan.words());
        var search = new Search(searcher, readings, words, emptyWindow ? null : time);
        List<Candidate> candidates = search.candidates(plan, limit, vectors);
        if (plan.newest() && candidates.isEmpty()) {
            return retrieve(searcher, asked.best(), limit);
        }
        List<Hit> hits = hits(searcher, candidates, plan.wantsNewest() ? Math.max(limit, candidates.size()) : limit);
        return new Retrieval(
                plan,
                reranker == null || plan.wantsNewest() ? hits : reranker.rerank(plan.question(), hits),
                found(plan.words(), words),
                coverages.of(searcher));
    }

    private static List<FoundWord> found(List<QueryWord> asked, List<SearchedWord> searched) {
        return IntStream.range(0, asked.size())
                .mapToObj(i -> searched.get(i).found(asked.get(i)))
                .toList();
    }

    /**
     * The best; equal scores by passage id. Of one article each further passage stands a little lower.
     * A passage in which nothing is new, as in a reprint, is left out.
     */
    private List<Hit> hits(IndexSearcher searcher, List<Candidate> candidates, int limit) throws IOException {
        boolean hybrid =
                candidates.stream().anyMatch(candidate -> candidate.features().cosine() != 0);
        var scored = new ArrayList<Scored>();
        for (Candidate candidate : candidates) {
            scored.add(new Scored(candidate, ranking.score(candidate.features(), hybrid)));
        }
        scored.sort(Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparingInt(one -> one.candidate().document()));
        var hits = new ArrayList<Hit>();
        Map<String, Integer> ofArticle = new HashMap<>();
        var best = new PriorityQueue<Double>();
        var said = new Said();
        StoredFields stored = searcher.storedFields();
        for (Scored one : scored) {
            if (best.size() == limit && one.score() < best.element()) {
                // nor does any behind it come among the best: a further passage only stands lower
                break;
            }
            var passage =
                    PassageDocuments.passage(stored.document(one.candidate().document()));
            if (said.before(passage)) {
                continue;
            }
            int before = ofArticle.merge(passage.id().article().value(), 1, Integer::sum) - 1;
            var hit = new Hit(
                    passage, one.score() - SPREAD * before, one.candidate().features());
            hits.add(hit);
            best.add(hit.score());
            if (best.size() > limit) {
                best.remove();
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.passage().id()));
        return NearTies.newerFirst(hits, zone).subList(0, Math.min(limit, hits.size()));
    }

    private record Scored(Candidate candidate, double score) {}

    private Query time(TimeWindow window) {
        return LongField.newRangeQuery(
                Fields.PUBLISHED_AT,
                window.from() == null ? Long.MIN_VALUE : start(window.from()),
                start(window.to().plusDays(1)) - 1);
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }
}
