package dev.sanad.retrieve;

import dev.sanad.index.Fields;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Says how many articles an index holds, and of which days. Remembers what it counted last; safe for many threads. */
final class Coverages {
    private final ZoneId zone;
    private volatile @Nullable Counted last;

    private record Counted(Object reader, Retrieval.Coverage coverage) {}

    /** @param zone where an article's time of publication is which day */
    Coverages(ZoneId zone) {
        this.zone = zone;
    }

    Retrieval.Coverage of(IndexSearcher searcher) throws IOException {
        Object reader = searcher.getIndexReader().getReaderCacheHelper().getKey();
        Counted counted = last;
        if (counted == null || !counted.reader().equals(reader)) {
            counted = new Counted(reader, count(searcher));
            last = counted;
        }
        return counted.coverage();
    }

    private Retrieval.Coverage count(IndexSearcher searcher) throws IOException {
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
}
