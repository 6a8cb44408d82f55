package dev.sanad.retrieve;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param plan what was searched, the window as it was used
 * @param hits best first; of nearly equal scores the newer first, then by passage id
 * @param words each of the plan's words, in their order
 * @param coverage what was searched in
 */
public record Retrieval(QueryPlan plan, List<Hit> hits, List<FoundWord> words, Coverage coverage) {
    public Retrieval {
        hits = List.copyOf(hits);
        words = List.copyOf(words);
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
