package dev.sanad.llm;

import java.util.List;

/**
 * Turns texts into vectors whose dot product says how near their meanings are. All vectors have unit length and one
 * dimension. What a model wants before a question or a passage (a prefix, another model name) is the embedder's business.
 * Safe for many threads.
 */
public interface Embedder extends AutoCloseable {
    /**
     * Names what made the vectors: provider, model and whatever else changes them. Vectors of different names are never
     * compared. Holds no secret.
     */
    String name();

    /**
     * The passages' vectors, in their order. A text that is too long for the model is cut or averaged, never refused, nor is
     * one that is blank or no proper Unicode. The deadline is for all of them together.
     *
     * @throws LlmException when the model gives none in time, or not one a text, or such as are no vectors; an endpoint has
     *     then been asked twice if that was worth it
     */
    List<float[]> passages(List<String> texts, Deadline deadline) throws LlmException, InterruptedException;

    /**
     * The question's vector. Of a question beyond 1,000 characters the beginning counts.
     *
     * @throws LlmException as {@link #passages} does
     */
    float[] query(String text, Deadline deadline) throws LlmException, InterruptedException;

    /** How many calls of {@link #passages} at once are worth it; at least 1. */
    int parallelism();

    @Override
    void close();
}
