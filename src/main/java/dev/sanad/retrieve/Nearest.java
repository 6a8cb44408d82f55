package dev.sanad.retrieve;

import dev.sanad.index.Fields;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** The passages of one index whose vectors are nearest to a question's. */
final class Nearest {
    private final IndexSearcher searcher;
    private final String field;
    private final float[] question;

    /** @param model that made the question's vector; passages without one of its vectors are not found */
    Nearest(IndexSearcher searcher, String model, float[] question) {
        this.searcher = searcher;
        this.field = Fields.vector(model, question.length);
        this.question = question;
    }

    /**
     * Documents, in no order.
     *
     * @param filter only among these; null for all
     */
    int[] documents(int count, @Nullable Query filter) throws IOException {
        Query nearest = new KnnFloatVectorQuery(field, question, count, filter);
        return Stream.of(searcher.search(nearest, count).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .toArray();
    }

    /**
     * The cosine of each document's vector and the question's; 0 for a document that has none.
     *
     * @param documents ascending
     */
    double[] cosines(int[] documents) throws IOException {
        double[] cosines = new double[documents.length];
        int next = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
            int end = leaf.docBase + leaf.reader().maxDoc();
            KnnVectorValues.DocIndexIterator iterator = vectors == null ? null : vectors.iterator();
            for (; next < documents.length && documents[next] < end; next++) {
                int wanted = documents[next] - leaf.docBase;
                if (iterator != null
                        && vectors != null
                        && (iterator.docID() < wanted ? iterator.advance(wanted) : iterator.docID()) == wanted) {
                    cosines[next] = VectorUtil.dotProduct(question, vectors.vectorValue(iterator.index()));
                }
            }
        }
        return cosines;
    }
}
