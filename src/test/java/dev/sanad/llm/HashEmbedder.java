package dev.sanad.llm;

import dev.sanad.llm.LlmException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Unit vectors that depend on the name and the text alone, and a memory of what was embedded. No model: meaning is not in it. */
public final class HashEmbedder implements Embedder {
    private final String name;
    private final int dimension;
    private final Queue<String> embedded = new ConcurrentLinkedQueue<>();
    private final AtomicInteger healthy = new AtomicInteger(Integer.MAX_VALUE);

    public HashEmbedder(String name, int dimension) {
        this.name = name;
        this.dimension = dimension;
    }

    /** After so many more texts every call fails, until this is called again. */
    public HashEmbedder failingAfter(int texts) {
        healthy.set(texts);
        return this;
    }

    /** What was embedded since the last call, without what asks for the dimension. */
    public List<String> drain() {
        List<String> texts = new ArrayList<>();
        for (String text = embedded.poll(); text != null; text = embedded.poll()) {
            texts.add(text);
        }
        texts.remove("Sanad");
        return texts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<float[]> passages(List<String> texts, Deadline deadline) throws LlmException {
        if (healthy.addAndGet(-texts.size()) < 0) {
            throw new LlmException(Kind.UNREACHABLE, name + " cannot be reached");
        }
        embedded.addAll(texts);
        return texts.stream().map(this::vector).toList();
    }

    @Override
    public float[] query(String text, Deadline deadline) {
        return vector(text);
    }

    public float[] vector(String text) {
        var random = new Random(31L * text.hashCode() + name.hashCode());
        var vector = new float[dimension];
        double square = 0;
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < dimension; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Override
    public int parallelism() {
        return 2;
    }

    @Override
    public void close() {}
}
