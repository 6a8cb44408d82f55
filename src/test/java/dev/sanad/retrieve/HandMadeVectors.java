package dev.sanad.retrieve;

import dev.sanad.article.Article;
import dev.sanad.index.EmbeddedText;
import dev.sanad.index.Fields;
import dev.sanad.index.PassageVectors;
import dev.sanad.index.Segmenter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The vectors that a test gives to articles of one passage. */
final class HandMadeVectors implements PassageVectors {
    private final String field;
    private final Map<String, float[]> vectors = new HashMap<>();

    HandMadeVectors(String model, int dimension) {
        this.field = Fields.vector(model, dimension);
    }

    /** A unit vector in the plane of the first two axes, so that the dot product with the first axis is the cosine. */
    static float[] at(double cosine, int dimension) {
        var vector = new float[dimension];
        vector[0] = (float) cosine;
        vector[1] = (float) Math.sqrt(1 - cosine * cosine);
        return vector;
    }

    Article with(Article article, float[] vector) {
        vectors.put(
                EmbeddedText.of(new Segmenter().passages(article).getFirst()).content(), vector);
        return article;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public Map<String, float[]> find(Collection<String> contents) {
        Map<String, float[]> found = new HashMap<>(vectors);
        found.keySet().retainAll(contents);
        return found;
    }
}
