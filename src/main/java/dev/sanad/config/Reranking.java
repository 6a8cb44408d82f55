package dev.sanad.config;

import java.time.Duration;

/**
 * What ranks the best passages anew, if anything does.
 *
 * @param timeout after it the first ranking stands
 * @param depth how many passages it is shown
 */
public record Reranking(Source source, Duration timeout, int depth) {
    /** Where the model is. */
    public sealed interface Source {
        /** There is none. */
        record None() implements Source {}

        record InProcess(OnnxFile file) implements Source {}

        record Remote(Endpoint endpoint) implements Source {}
    }
}
