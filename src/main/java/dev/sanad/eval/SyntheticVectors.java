package dev.sanad.eval;

import dev.sanad.index.Fields;
import dev.sanad.index.PassageVectors;
import dev.sanad.llm.Deadline;
import dev.sanad.llm.Embedder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Vectors that no model made, for measuring how long ranking by vectors takes. They lie as those of multilingual-e5-small
 * do: any two have a cosine of about .78, two of one topic .88. A text always has the same vector; texts fall into topics by
 * chance.
 */
final class SyntheticVectors implements Embedder, PassageVectors {
    private static final int TOPICS = 1000;
    private static final double COMMON = Math.sqrt(0.78);
    private static final double TOPIC = Math.sqrt(0.10);
    private static final double OWN = Math.sqrt(0.12);
    private final int dimension;
    private final float[] common;
    private final List<float[]> topics = new ArrayList<>();

    SyntheticVectors(int dimension, long seed) {
        this.dimension = dimension;
        var random = new SplittableRandom(seed);
        this.common = direction(random);
        for (int i = 0; i < TOPICS; i++) {
            topics.add(direction(random));
        }
    }

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public String field() {
        return Fields.vector(name(), dimension);
    }

    @Override
    public Map<String, float[]> find(Collection<String> contents) {
        Map<String, float[]> found = new HashMap<>();
        contents.forEach(content -> found.computeIfAbsent(content, this::of));
        return found;
    }

    @Override
    public List<float[]> passages(List<String> texts, Deadline deadline) {
        return texts.stream().map(this::of).toList();
    }

    @Override
    public float[] query(String text, Deadline deadline) {
        return of(text);
    }

    private float[] of(String text) {
        var random = new SplittableRandom(text.hashCode());
        float[] topic = topics.get(random.nextInt(TOPICS));
        float[] own = direction(random);
        var vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) (COMMON * common[i] + TOPIC * topic[i] + OWN * own[i]);
        }
        return unit(vector);
    }

    private float[] direction(RandomGenerator random) {
        var vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
