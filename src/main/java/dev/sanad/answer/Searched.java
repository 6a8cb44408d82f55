package dev.sanad.answer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was looked for, and where.
 *
 * @param terms the question's words that were searched, as the reader wrote them
 * @param missing those of them that no article has
 * @param from first day of the time window that was asked for, else of the archive; null when nothing is dated
 * @param to last day, inclusive
 * @param articles how many articles the archive holds
 */
public record Searched(
        List<String> terms,
        List<String> missing,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int articles) {
    public Searched {
        terms = List.copyOf(terms);
        missing = List.copyOf(missing);
    }
}
