package dev.sanad.retrieve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOBooleanSupplier;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one index, each looked up once for a question, and all of a field and a segment with one {@link TermsEnum}: making
 * these costs more than looking a term up. For one thread.
 */
final class TermDictionary {
    private final IndexSearcher searcher;
    private final Map<Term, TermStates> states = new HashMap<>();
    private final Map<String, List<SegmentTerms>> fields = new HashMap<>();

    TermDictionary(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** A field of one segment. */
    private static final class SegmentTerms {
        private final @Nullable TermsEnum terms;
        private @Nullable PostingsEnum postings;

        SegmentTerms(@Nullable TermsEnum terms) {
            this.terms = terms;
        }
    }

    /** Where the term stands in each segment, and how often. */
    TermStates states(Term term) throws IOException {
        TermStates known = states.get(term);
        if (known != null) {
            return known;
        }
        var found = new TermStates(searcher.getTopReaderContext());
        List<SegmentTerms> segments = segments(term.field());
        // what is not in memory yet is read for all segments at once
        var sought = new ArrayList<@Nullable IOBooleanSupplier>();
        for (SegmentTerms segment : segments) {
            sought.add(segment.terms == null ? null : segment.terms.prepareSeekExact(term.bytes()));
        }
        for (int i = 0; i < segments.size(); i++) {
            TermsEnum terms = segments.get(i).terms;
            IOBooleanSupplier seek = sought.get(i);
            if (terms != null && seek != null && seek.get()) {
                found.register(terms.termState(), i, terms.docFreq(), terms.totalTermFreq());
            }
        }
        states.put(term, found);
        return found;
    }

    /**
     * The passages of a segment that have the term; null where none has. Valid until the next that is asked for of the same
     * field and segment.
     *
     * @param flags of {@link PostingsEnum}
     */
    @Nullable PostingsEnum postings(LeafReaderContext segment, Term term, int flags) throws IOException {
        IOSupplier<TermState> supplier = states(term).get(segment);
        TermState state = supplier == null ? null : supplier.get();
        SegmentTerms field = segments(term.field()).get(segment.ord);
        if (state == null || field.terms == null) {
            return null;
        }
        field.terms.seekExact(term.bytes(), state);
        field.postings = field.terms.postings(field.postings, flags);
        return field.postings;
    }

    /** By their ordinals. */
    private List<SegmentTerms> segments(String field) throws IOException {
        List<SegmentTerms> known = fields.get(field);
        if (known != null) {
            return known;
        }
        var segments = new ArrayList<SegmentTerms>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Terms terms = segment.reader().terms(field);
            segments.add(new SegmentTerms(terms == null ? null : terms.iterator()));
        }
        fields.put(field, segments);
        return segments;
    }
}
