package dev.sanad.retrieve;

import dev.sanad.text.Calendars;
import dev.sanad.text.DateMention;
import dev.sanad.text.DateMention.Calendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the finders of times share: how their patterns are written, and weeks, months and years of the reader's calendar. */
final class TimeWords {
    static final String GAP = "[\\s\\u00A0\\u200C]{1,3}";
    static final String BEFORE_NOW = "(?:گذشته|پیش|قبل)(?!" + GAP + "از)";
    /** Also where the ی that joins two words is written. */
    static final String EZAFE = "(?:\\u200C?ی)?";

    private TimeWords() {}

    /** Whole words of a folded question; a space in {@code words} is any gap, so a class has it as {@code \\x20}. */
    static Pattern pattern(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}\\u200C])(?:" + words.replace(" ", GAP) + ")(?!\\u200C?\\p{L})");
    }

    /** The first day of Iran's week. */
    static LocalDate saturday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    }

    static TimeWindow jalaliMonth(LocalDate today, int back) {
        Calendars.Jalali now = Calendars.jalali(today);
        int months = now.year() * 12 + now.month() - 1 - back;
        return whole(Calendar.JALALI, Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1);
    }

    static TimeWindow jalaliYear(LocalDate today, int back) {
        return whole(Calendar.JALALI, Calendars.jalali(today).year() - back, 0);
    }

    static TimeWindow month(LocalDate today, int back) {
        LocalDate start = today.withDayOfMonth(1).minusMonths(back);
        return new TimeWindow(start, start.with(TemporalAdjusters.lastDayOfMonth()));
    }

    static TimeWindow year(LocalDate today, int back) {
        return whole(Calendar.GREGORIAN, today.getYear() - back, 0);
    }

    /** @param month 0 for the whole year */
    private static TimeWindow whole(Calendar calendar, int year, int month) {
        var mention = new DateMention(calendar, year, month, 0, 0, 0);
        return new TimeWindow(mention.from(), Objects.requireNonNull(mention.to()));
    }

    /** The first or the last day of a year or a month of it; null where the calendar has none. */
    static @Nullable LocalDate edge(Calendar calendar, int year, int month, boolean last) {
        var mention = new DateMention(calendar, year, month, 0, 0, 0);
        return last ? mention.to() : mention.from();
    }
}
