package dev.sanad.retrieve;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that articles are wanted from, both inclusive, Gregorian.
 *
 * @param from null for all days until {@code to}
 */
public record TimeWindow(@Nullable LocalDate from, LocalDate to) {
    public TimeWindow {
        if (from != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a time window ends before it begins: " + from + " to " + to);
        }
    }

    public boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && !day.isAfter(to);
    }
}
