package dev.sanad.index;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;

/**
 * Lucene's own codec, writing vectors as an HNSW graph over one byte a number, beside the numbers themselves. It keeps the
 * names of the codec and the format that it extends, so whatever opens an index for reading finds Lucene's own.
 */
public final class VectorCodec extends Lucene104Codec {
    /** Numbers in a vector at most. Lucene's own 1024 is no limit of the format: it is asked for when a field is written. */
    public static final int MAX_DIMENSION = 4096;

    private final KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat() {
        @Override
        public int getMaxDimensions(String field) {
            return MAX_DIMENSION;
        }
    };

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }
}
