package dev.sanad.retrieve;

import static dev.sanad.retrieve.TimeWords.BEFORE_NOW;
import static dev.sanad.retrieve.TimeWords.EZAFE;
import static dev.sanad.retrieve.TimeWords.GAP;

import dev.sanad.text.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Times that are named by their distance from today: دیروز, last week, سه‌شنبه گذشته, the last three months. Iran's week begins
 * on Saturday; a month or a year in Persian words is one of the Jalali calendar.
 */
final class RelativeTimes {
    private static final String LAST = "(?:last|past|previous)";
    private static final List<Phrase> PHRASES = List.of(
            phrase("امروز|امشب|today|tonight", today -> day(today)),
            phrase("دیروز|روز " + BEFORE_NOW + "|yesterday", today -> day(today.minusDays(1))),
            phrase("دیشب|شب گذشته|last night", today -> new TimeWindow(today.minusDays(1), today)),
            phrase("پریروز|(?:the )?day before yesterday", today -> day(today.minusDays(2))),
            phrase("پریشب", today -> new TimeWindow(today.minusDays(2), today.minusDays(1))),
            phrase(
                    "(?:24|بیست و چهار) ساعت" + EZAFE + " (?:گذشته|اخیر)|(?:the )?" + LAST
                            + " (?:24|twenty[\\x20-]?four) hours",
                    today -> new TimeWindow(today.minusDays(1), today)),
            phrase(
                    "(?:این|همین) هفته|هفته" + EZAFE + " جاری|this week",
                    today -> new TimeWindow(TimeWords.saturday(today), today)),
            phrase("هفته" + EZAFE + " " + BEFORE_NOW + "|" + LAST + " week", today -> week(today, 1)),
            phrase("(?:این|همین) ماه|ماه جاری", today -> TimeWords.jalaliMonth(today, 0)),
            phrase("ماه " + BEFORE_NOW, today -> TimeWords.jalaliMonth(today, 1)),
            phrase("this month", today -> new TimeWindow(today.withDayOfMonth(1), today)),
            phrase(LAST + " month", today -> TimeWords.month(today, 1)),
            phrase("امسال|سال جاری", today -> TimeWords.jalaliYear(today, 0)),
            phrase("پارسال|سال " + BEFORE_NOW, today -> TimeWords.jalaliYear(today, 1)),
            phrase("پیرارسال", today -> TimeWords.jalaliYear(today, 2)),
            phrase("this year", today -> new TimeWindow(today.withDayOfYear(1), today)),
            phrase(LAST + " year", today -> TimeWords.year(today, 1)),
            phrase(
                    "دهه" + EZAFE + " (?:گذشته|اخیر)|(?:the )?" + LAST + " decade",
                    today -> new TimeWindow(today.minusYears(10).plusDays(1), today)));
    /** Most questions have none of them, which one look tells. */
    private static final Pattern ANY_PHRASE =
            TimeWords.pattern(PHRASES.stream().map(Phrase::words).collect(Collectors.joining("|")));

    private static final Pattern WEEKDAY = TimeWords.pattern("(?:(?<on>روز|on) )?(?<before>" + LAST + " )?(?<day>"
            + Weekdays.PATTERN + ")(?:" + EZAFE + "(?<week> (?:هفته" + EZAFE + " " + BEFORE_NOW + "|" + LAST
            + " week))|" + EZAFE + "(?<this> (?:(?:این|همین) هفته|this week))|" + EZAFE + "(?<ago> " + BEFORE_NOW
            + "))?");
    /** Before and behind a day of the week these say that no single day is meant, or one to come. */
    private static final Pattern EVERY = Pattern.compile("(?<!\\p{L})(?:هر|every|each|next)" + GAP + "$");

    private static final Pattern TO_COME = Pattern.compile(
            "^" + EZAFE + GAP + "(?:" + EZAFE + "هفته" + EZAFE + GAP + ")?(?:اینده|بعد|next|اتی)(?!\\p{L})");
    /** What stands before a unit of time that is counted: in چند سال پیش no year is meant. */
    private static final Pattern COUNTED_BY = Pattern.compile("(?:\\d|(?<!\\p{L})(?:" + TimeCounts.PATTERN
            + "|چند|چندین|صدها|هزاران|ها|few|several|many" + "|couple" + GAP + "of))" + GAP + "$");

    private static final int LONGEST_LEAD = 40;

    private record Phrase(String words, Pattern pattern, Function<LocalDate, TimeWindow> window) {}

    private static Phrase phrase(String words, Function<LocalDate, TimeWindow> window) {
        return new Phrase(words, TimeWords.pattern(words), window);
    }

    /** In order of their place, none overlapping. */
    List<NamedTime> find(String folded, LocalDate today) {
        var found = new ArrayList<>(TimeCounts.find(folded, today));
        for (Matcher matcher = WEEKDAY.matcher(folded); matcher.find(); ) {
            LocalDate day = weekday(matcher, folded, today);
            if (day != null) {
                found.add(new NamedTime(day, day, matcher.start(), matcher.end(), true));
            }
        }
        for (Phrase phrase : ANY_PHRASE.matcher(folded).find() ? PHRASES : List.<Phrase>of()) {
            for (Matcher matcher = phrase.pattern().matcher(folded); matcher.find(); ) {
                if (!COUNTED_BY.matcher(lead(folded, matcher.start())).find()) {
                    TimeWindow window = phrase.window().apply(today);
                    LocalDate from = window.from();
                    found.add(new NamedTime(
                            from == null ? window.to() : from, window.to(), matcher.start(), matcher.end(), false));
                }
            }
        }
        return apart(found);
    }

    /** Of two that overlap the one that begins first is meant, or the longer. */
    static List<NamedTime> apart(List<NamedTime> found) {
        found.sort(Comparator.comparingInt(NamedTime::start).thenComparingInt(time -> -time.end()));
        var apart = new ArrayList<NamedTime>();
        for (NamedTime time : found) {
            if (apart.isEmpty() || apart.getLast().end() <= time.start()) {
                apart.add(time);
            }
        }
        return apart;
    }

    private static @Nullable LocalDate weekday(Matcher matcher, String folded, LocalDate today) {
        boolean of = EVERY.matcher(lead(folded, matcher.start())).find()
                || TO_COME.matcher(folded.substring(matcher.end())).find();
        DayOfWeek day = Weekdays.of(matcher.group("day"));
        if (day == null || of) {
            return null;
        }
        if (matcher.group("week") != null) {
            return TimeWords.saturday(today).minusWeeks(1).with(TemporalAdjusters.nextOrSame(day));
        }
        if (matcher.group("this") != null) {
            LocalDate inWeek = TimeWords.saturday(today).with(TemporalAdjusters.nextOrSame(day));
            return inWeek.isAfter(today) ? null : inWeek;
        }
        if (matcher.group("before") != null || matcher.group("ago") != null) {
            return today.with(TemporalAdjusters.previous(day));
        }
        return matcher.group("on") == null ? null : today.with(TemporalAdjusters.previousOrSame(day));
    }

    private static String lead(String folded, int start) {
        return folded.substring(Math.max(0, start - LONGEST_LEAD), start);
    }

    private static TimeWindow day(LocalDate day) {
        return new TimeWindow(day, day);
    }

    private static TimeWindow week(LocalDate today, int back) {
        LocalDate start = TimeWords.saturday(today).minusWeeks(back);
        return new TimeWindow(start, start.plusDays(6));
    }
}
