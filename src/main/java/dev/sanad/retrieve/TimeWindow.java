package dev.sanad.retrieve;

import java.time.LocalDate;

/** Days that articles are wanted from, both inclusive, Gregorian. */
public record TimeWindow(LocalDate from, LocalDate to) {
    public TimeWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a time window ends before it begins: " + from + " to " + to);
        }
    }
}
