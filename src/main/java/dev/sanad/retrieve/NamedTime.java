package dev.sanad.retrieve;

import java.time.LocalDate;

/**
 * A time that some words of a question name.
 *
 * @param from first day, Gregorian
 * @param to last day, inclusive
 * @param start of the words, UTF-16 units of the question
 * @param named whether the words may stand in an article of that time too, as پاییز ۹۴ may and دیروز may not
 */
record NamedTime(LocalDate from, LocalDate to, int start, int end, boolean named) {
    NamedTime {
        if (to.isBefore(from) || end <= start) {
            throw new IllegalArgumentException("a time of " + from + " to " + to + " at " + start + " to " + end);
        }
    }
}
