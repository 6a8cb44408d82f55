package dev.sanad.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What turns texts into vectors, if anything does.
 *
 * @param queryPrefix stands before every question; null: what the model is known to want; empty: nothing
 * @param passagePrefix the same for passages
 * @param questionTimeout after it a question is answered without its vector
 * @param passagesTimeout for one batch of passages
 * @param batch the most passages of one request
 */
public record Embedding(
        Source source,
        @Nullable String queryPrefix,
        @Nullable String passagePrefix,
        Duration questionTimeout,
        Duration passagesTimeout,
        int batch) {
    /** Where the model is. */
    public sealed interface Source {
        /** There is none. */
        record None() implements Source {}

        /** In the archive, if one was fetched into it. */
        record Installed() implements Source {}

        record InProcess(OnnxFile file, Pooling pooling) implements Source {}

        /** @param queryModel the model that questions are sent to; most often the endpoint's */
        record Remote(Endpoint endpoint, String queryModel) implements Source {}
    }

    /** How a model's output, a vector for each token, becomes one. */
    public enum Pooling {
        /** Their mean. */
        MEAN,
        /** The first token's. */
        CLS
    }
}
