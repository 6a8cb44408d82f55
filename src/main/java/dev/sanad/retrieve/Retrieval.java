package dev.sanad.retrieve;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param plan what was searched, the window as it was used
 * @param hits best first; equal scores by passage id
 * @param weights inverse document frequency of each of the plan's words, in their order; a word that no article has
 *     weighs most
 * @param known whether any article has the word, in the same order
 * @param coverage what was searched in
 */
public record Retrieval(QueryPlan plan, List<Hit> hits, List<Double> weights, List<Boolean> known, Coverage coverage) {
    public Retrieval {
        hits = List.copyOf(hits);
        weights = List.copyOf(weights);
        known = List.copyOf(known);
    }

    /**
     * How much an archive holds.
     *
     * @param from first day that an article was published; null when none is dated
     */
    public record Coverage(
            int articles,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
