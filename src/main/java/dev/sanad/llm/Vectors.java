package dev.sanad.llm;

import dev.langchain4j.data.embedding.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes one model's vectors if they are such as can be compared, and gives them unit length. Safe for many threads. */
final class Vectors {
    private final AtomicInteger dimension = new AtomicInteger();

    /** @throws LlmException unless there is one vector a text, each of the dimension that the first one ever had */
    List<float[]> of(List<Embedding> embeddings, int texts) throws LlmException {
        if (embeddings.size() != texts) {
            throw Failures.malformed("sent " + embeddings.size() + " vectors for " + texts + " texts");
        }
        var vectors = new ArrayList<float[]>(texts);
        for (Embedding embedding : embeddings) {
            vectors.add(unit(embedding.vector()));
        }
        return vectors;
    }

    private float[] unit(float[] vector) throws LlmException {
        if (vector.length == 0) {
            throw Failures.malformed("sent a vector without numbers");
        }
        int first = dimension.compareAndExchange(0, vector.length);
        if (first != 0 && first != vector.length) {
            throw Failures.malformed("sent a vector of " + vector.length + " numbers after vectors of " + first);
        }
        double sum = 0;
        for (float number : vector) {
            sum += (double) number * number;
        }
        if (!Double.isFinite(sum)) {
            throw Failures.malformed("sent a vector with something in it that is no number");
        }
        if (sum == 0) {
            throw Failures.malformed("sent a vector of zeros");
        }
        float[] unit = new float[vector.length];
        double length = Math.sqrt(sum);
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
