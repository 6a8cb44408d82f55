package dev.sanad.llm;

import java.util.List;

/** Says how well passages answer a question, by reading both together. Safe for many threads. */
public interface Scorer extends AutoCloseable {
    /** Such as {@code jina:jina-reranker-v2-base-multilingual}; holds no secret. */
    String name();

    /**
     * The passages' scores, in their order: finite, higher is better, comparable among passages of one question only.
     *
     * @throws LlmException when the model gives none, or not one a passage, or such as are no numbers
     */
    double[] scores(String question, List<String> passages, Deadline deadline)
            throws LlmException, InterruptedException;

    @Override
    void close();
}
