package dev.sanad.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as a text names it, perhaps in part.
 *
 * @param month 0 when unnamed
 * @param day 0 when unnamed
 * @param start in the text, UTF-16 units
 */
public record DateMention(Calendar calendar, @Nullable Integer year, int month, int day, int start, int end) {
    public enum Calendar {
        JALALI,
        GREGORIAN,
        HIJRI
    }

    /** The first Gregorian day that is meant; null without a year, or if there is no such day. */
    public @Nullable LocalDate from() {
        return year == null ? null : date(year, Math.max(month, 1), Math.max(day, 1));
    }

    /** The last day that is meant, inclusive; null as {@link #from} is. */
    public @Nullable LocalDate to() {
        if (year == null || day > 0) {
            return from();
        }
        boolean lastMonth = month == 0 || month == 12;
        LocalDate next = lastMonth ? date(year + 1, 1, 1) : date(year, month + 1, 1);
        return next == null ? null : next.minusDays(1);
    }

    /** The same mention in that year of its calendar. */
    public DateMention in(int inYear) {
        return new DateMention(calendar, inYear, month, day, start, end);
    }

    private @Nullable LocalDate date(int ofYear, int ofMonth, int ofDay) {
        return switch (calendar) {
            case JALALI -> Calendars.ofJalali(ofYear, ofMonth, ofDay);
            case HIJRI -> Calendars.ofHijri(ofYear, ofMonth, ofDay);
            case GREGORIAN -> {
                try {
                    yield LocalDate.of(ofYear, ofMonth, ofDay);
                } catch (DateTimeException e) {
                    yield null;
                }
            }
        };
    }
}
