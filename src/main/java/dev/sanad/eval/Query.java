package dev.sanad.eval;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer is known.
 *
 * @param gold ids of the articles that answer it; any of them counts as found
 * @param answers texts of which one must stand in a quotation; empty: the archive has no answer; null: only the ranking
 *     is measured
 * @param place where it was read, {@code file:line}
 */
public record Query(
        String id,
        String question,
        Set<String> gold,
        @Nullable List<String> answers,
        String place) {
    public Query {
        gold = Collections.unmodifiableSet(new LinkedHashSet<>(gold));
        answers = answers == null ? null : List.copyOf(answers);
        if (id.isBlank() || question.isBlank()) {
            throw new IllegalArgumentException("a query has an id and a question");
        }
        if (gold.isEmpty() && answers == null) {
            throw new IllegalArgumentException("a query names a gold article or answers");
        }
        if (answers != null && answers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an answer is not blank: it would stand in every quotation");
        }
    }

    /** The archive is said to hold its answer, word for word. */
    boolean isAnswerable() {
        return answers != null && !answers.isEmpty();
    }

    /** The archive is said to hold no answer. */
    boolean isUnanswerable() {
        return answers != null && answers.isEmpty();
    }

    /** Whether its ranking counts. */
    public boolean isRanked() {
        return !gold.isEmpty() && !isUnanswerable();
    }
}
