package dev.sanad.index;

import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/** The vectors of some passages, looked up together. */
final class VectorFields {
    private final @Nullable String field;
    private final Map<PassageId, float[]> vectors;

    private VectorFields(@Nullable String field, Map<PassageId, float[]> vectors) {
        this.field = field;
        this.vectors = vectors;
    }

    static VectorFields of(PassageVectors known, List<Passage> passages) {
        String field = known.field();
        Map<PassageId, float[]> vectors = new HashMap<>();
        if (field != null) {
            List<String> contents = passages.stream()
                    .map(passage -> EmbeddedText.of(passage).content())
                    .toList();
            Map<String, float[]> found = known.find(contents);
            for (int i = 0; i < contents.size(); i++) {
                float[] vector = found.get(contents.get(i));
                if (vector != null) {
                    vectors.put(passages.get(i).id(), vector);
                }
            }
        }
        return new VectorFields(field, vectors);
    }

    /** Adds the passage's vector if it is known. */
    void addTo(Document document, Passage passage) {
        float[] vector = vectors.get(passage.id());
        if (field != null && vector != null) {
            document.add(new KnnFloatVectorField(field, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
    }
}
