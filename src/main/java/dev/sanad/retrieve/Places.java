package dev.sanad.retrieve;

import dev.sanad.index.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.SmallFloat;

/** Where terms stand in a few passages, and how long those are. Read for these passages alone, not for all that have the terms. */
final class Places {
    static final int[] NOWHERE = {};
    /** Stands for the places of a term in a field that keeps none. */
    private static final int[] SOMEWHERE = {-1};

    private final int[] documents;
    private final Map<Term, int[][]> positions = new HashMap<>();
    private final int[] lengths;

    /** @param documents ascending */
    Places(IndexSearcher searcher, int[] documents, TermDictionary dictionary, Set<Term> terms) throws IOException {
        this.documents = documents;
        this.lengths = new int[documents.length];
        for (Term term : terms) {
            int[][] nowhere = new int[documents.length][];
            Arrays.fill(nowhere, NOWHERE);
            positions.put(term, nowhere);
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int first = 0;
        while (first < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[first], leaves));
            int end = first;
            while (end < documents.length
                    && documents[end] < leaf.docBase + leaf.reader().maxDoc()) {
                end++;
            }
            readLengths(leaf, first, end);
            for (Map.Entry<Term, int[][]> term : positions.entrySet()) {
                boolean placed = term.getKey().field().equals(Fields.LIGHT);
                PostingsEnum postings =
                        dictionary.postings(leaf, term.getKey(), placed ? PostingsEnum.POSITIONS : PostingsEnum.NONE);
                if (postings != null) {
                    readPositions(leaf, postings, placed, term.getValue(), first, end);
                }
            }
            first = end;
        }
    }

    private void readLengths(LeafReaderContext leaf, int first, int end) throws IOException {
        NumericDocValues norms = leaf.reader().getNormValues(Fields.LIGHT);
        for (int i = first; i < end && norms != null; i++) {
            if (norms.advanceExact(documents[i] - leaf.docBase)) {
                lengths[i] = SmallFloat.byte4ToInt((byte) norms.longValue());
            }
        }
    }

    private void readPositions(
            LeafReaderContext leaf, PostingsEnum postings, boolean placed, int[][] found, int first, int end)
            throws IOException {
        int at = -1;
        for (int i = first; i < end && at != DocIdSetIterator.NO_MORE_DOCS; i++) {
            int wanted = documents[i] - leaf.docBase;
            if (at < wanted) {
                at = postings.advance(wanted);
            }
            if (at == wanted && !placed) {
                found[i] = SOMEWHERE;
            } else if (at == wanted) {
                int[] places = new int[postings.freq()];
                for (int p = 0; p < places.length; p++) {
                    places[p] = postings.nextPosition();
                }
                found[i] = places;
            }
        }
    }

    /** Those in each passage, ascending; none where it lacks the term; −1 alone where it has it in a field without places. */
    int[][] of(Term term) {
        return Objects.requireNonNull(positions.get(term), "a term that was looked for");
    }

    /** In words, as Lucene keeps it: exact up to 40, then rounded down. */
    int length(int passage) {
        return lengths[passage];
    }
}
