package dev.sanad.retrieve;

import dev.sanad.index.Fields;
import dev.sanad.index.PassageDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** BM25 summed over the index's fields, the title beside the stemmed body as one field. Searches the last commit. */
public final class LexicalRetriever implements Retriever {
    private static final float TITLE_WEIGHT = 2.0f;
    private final SearcherManager searchers;
    private final ZoneId zone;

    /** @param zone where an article's time of publication is which day */
    public LexicalRetriever(SearcherManager searchers, ZoneId zone) {
        this.searchers = searchers;
        this.zone = zone;
    }

    @Override
    public Retrieval retrieve(QueryPlan plan, int limit) {
        try {
            searchers.maybeRefresh();
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

    private Retrieval retrieve(IndexSearcher searcher, QueryPlan plan, int limit) throws IOException {
        var weights = new ArrayList<Double>();
        var known = new ArrayList<Boolean>();
        for (QueryWord word : plan.words()) {
            long frequency = documentFrequency(searcher, word);
            long passages = searcher.getIndexReader().maxDoc();
            weights.add(Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)));
            known.add(frequency > 0);
        }
        var hits = new ArrayList<Hit>();
        // twice as many, so that equal scores at the end are cut in the order of their ids and not of the index
        for (ScoreDoc found : searcher.search(query(plan), 2 * limit).scoreDocs) {
            var document = searcher.storedFields().document(found.doc);
            hits.add(new Hit(PassageDocuments.passage(document), found.score));
        }
        hits.sort(Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.passage().id()));
        return new Retrieval(plan, hits.subList(0, Math.min(limit, hits.size())), weights, known, coverage(searcher));
    }

    private Query query(QueryPlan plan) {
        var query = new BooleanQuery.Builder();
        var words = new BooleanQuery.Builder();
        for (QueryWord word : plan.words()) {
            words.add(query(word), Occur.SHOULD);
        }
        if (!plan.words().isEmpty()) {
            query.add(words.build(), Occur.MUST);
        }
        TimeWindow window = plan.window();
        if (window != null) {
            query.add(
                    LongField.newRangeQuery(
                            Fields.PUBLISHED_AT,
                            start(window.from()),
                            start(window.to().plusDays(1)) - 1),
                    Occur.FILTER);
        }
        return query.build();
    }

    private static Query query(QueryWord word) {
        var fields = new BooleanQuery.Builder();
        Query exact =
                all(word.exact().stream().map(term -> term(Fields.EXACT, term)).toList());
        fields.add(
                word.joined().isEmpty()
                        ? exact
                        : new DisjunctionMaxQuery(List.of(exact, term(Fields.EXACT, word.joined())), 0),
                Occur.SHOULD);
        fields.add(all(word.light().stream().map(LexicalRetriever::bodyAndTitle).toList()), Occur.SHOULD);
        fields.add(
                all(word.truncated().stream()
                        .map(term -> term(Fields.TRUNCATED, term))
                        .toList()),
                Occur.SHOULD);
        for (String term : word.english()) {
            fields.add(term(Fields.ENGLISH, term), Occur.SHOULD);
        }
        return fields.build();
    }

    private static Query all(List<Query> parts) {
        if (parts.isEmpty()) {
            return new MatchNoDocsQuery("the word has no term in this field");
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var sum = new BooleanQuery.Builder();
        parts.forEach(part -> sum.add(part, Occur.SHOULD));
        return sum.build();
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query bodyAndTitle(String text) {
        return new CombinedFieldQuery.Builder(text)
                .addField(Fields.LIGHT)
                .addField(Fields.TITLE, TITLE_WEIGHT)
                .build();
    }

    /** Passages that have the word: of a compound's parts the rarest, of the ways to find a part the most frequent. */
    private static long documentFrequency(IndexSearcher searcher, QueryWord word) throws IOException {
        long least = Long.MAX_VALUE;
        for (String part : word.light()) {
            long frequency = Math.max(frequency(searcher, Fields.LIGHT, part), frequency(searcher, Fields.TITLE, part));
            least = Math.min(least, frequency);
        }
        long most = least == Long.MAX_VALUE ? 0 : least;
        if (!word.joined().isEmpty()) {
            most = Math.max(most, frequency(searcher, Fields.EXACT, word.joined()));
        }
        for (String term : word.english()) {
            most = Math.max(most, frequency(searcher, Fields.ENGLISH, term));
        }
        return most;
    }

    /** Counts removed passages too, unless no other may have the term. */
    private static long frequency(IndexSearcher searcher, String field, String text) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        int frequency = reader.docFreq(new Term(field, text));
        return frequency > 0 && frequency <= reader.numDeletedDocs() ? searcher.count(term(field, text)) : frequency;
    }

    private Retrieval.Coverage coverage(IndexSearcher searcher) throws IOException {
        int articles = searcher.count(new TermQuery(new Term(Fields.FIRST, "yes")));
        return new Retrieval.Coverage(articles, edge(searcher, false), edge(searcher, true));
    }

    /** The day of the first or the last dated article. */
    private @Nullable LocalDate edge(IndexSearcher searcher, boolean last) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        if (reader.hasDeletions()) {
            // the bounds that the index keeps still count what was removed
            var byTime = new Sort(LongField.newSortField(Fields.PUBLISHED_AT, last, SortedNumericSelector.Type.MIN));
            FieldDoc[] found = Stream.of(
                            searcher.search(new FieldExistsQuery(Fields.PUBLISHED_AT), 1, byTime).scoreDocs)
                    .map(FieldDoc.class::cast)
                    .toArray(FieldDoc[]::new);
            return found.length == 0 ? null : day((Long) found[0].fields[0]);
        }
        byte[] packed = last
                ? PointValues.getMaxPackedValue(reader, Fields.PUBLISHED_AT)
                : PointValues.getMinPackedValue(reader, Fields.PUBLISHED_AT);
        return packed == null ? null : day(LongPoint.decodeDimension(packed, 0));
    }

    private LocalDate day(long second) {
        return Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }
}
