package dev.sanad.retrieve;

import dev.sanad.text.Calendars;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Folding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time that a question asks about: dates in three calendars, ranges of two dates, and words such as دیروز or last
 * week, measured from today. Iran's week begins on Saturday.
 */
final class TimeWindowFinder {
    private static final String GAP = "[\\s\\u200C]{1,3}";
    private static final Map<Pattern, Function<LocalDate, TimeWindow>> RELATIVE = Map.ofEntries(
            phrase("امروز|today", today -> new TimeWindow(today, today)),
            phrase("دیروز|yesterday", today -> day(today.minusDays(1))),
            phrase("پریروز", today -> day(today.minusDays(2))),
            phrase("(?:این هفته|هفته جاری)|this week", today -> new TimeWindow(saturday(today), today)),
            phrase("هفته(?:ی)? (?:گذشته|پیش|قبل)|last week", today -> {
                LocalDate start = saturday(today).minusWeeks(1);
                return new TimeWindow(start, start.plusDays(6));
            }),
            phrase("این ماه|ماه جاری", today -> jalaliMonth(today, 0)),
            phrase("ماه(?:ی)? (?:گذشته|پیش|قبل)", today -> jalaliMonth(today, 1)),
            phrase("this month", today -> new TimeWindow(today.withDayOfMonth(1), today)),
            phrase("last month", today -> {
                LocalDate start = today.minusMonths(1).withDayOfMonth(1);
                return new TimeWindow(start, start.with(TemporalAdjusters.lastDayOfMonth()));
            }),
            phrase("امسال|سال جاری", today -> jalaliYear(today, 0)),
            phrase("پارسال|سال (?:گذشته|پیش|قبل)", today -> jalaliYear(today, 1)),
            phrase("this year", today -> new TimeWindow(today.withDayOfYear(1), today)),
            phrase(
                    "last year",
                    today -> new TimeWindow(
                            today.minusYears(1).withDayOfYear(1),
                            today.minusYears(1).with(TemporalAdjusters.lastDayOfYear()))));
    private static final Pattern BETWEEN =
            Pattern.compile("^[\\s\\u200C]*(?:تا|الی|and|to|until|till|-|–)[\\s\\u200C]*$");
    /** What stands before a unit of time that is counted: in چند سال پیش no year is meant. */
    private static final Pattern COUNTED =
            Pattern.compile("(?:\\d|چند|چندین|صد|صدها|هزار|هزاران|ها|ده|دو|سه|چهار|پنج|بیست|سی)[\\s\\u200C]*$");

    private final DateFinder dates = new DateFinder();

    /**
     * A window and the words that named it.
     *
     * @param spans {@code [start, end)} pairs in the question, UTF-16 units
     */
    record Found(TimeWindow window, List<int[]> spans) {
        Found {
            spans = List.copyOf(spans);
        }
    }

    private static Map.Entry<Pattern, Function<LocalDate, TimeWindow>> phrase(
            String words, Function<LocalDate, TimeWindow> window) {
        String spaced = words.replace(" ", GAP);
        return Map.entry(Pattern.compile("(?<!\\p{L})(?:" + spaced + ")(?!\\p{L}|" + GAP + "از)"), window);
    }

    @Nullable Found find(String question, LocalDate today) {
        List<DateMention> mentions = dates.find(question).stream()
                .map(mention -> withYear(mention, today))
                .filter(mention -> mention.from() != null && mention.to() != null)
                .toList();
        if (mentions.isEmpty()) {
            return relative(Folding.foldInPlace(question), today);
        }
        LocalDate from = Objects.requireNonNull(mentions.getFirst().from());
        LocalDate to = Objects.requireNonNull(mentions.getFirst().to());
        var spans = new ArrayList<int[]>();
        spans.add(span(mentions.getFirst()));
        if (mentions.size() > 1 && BETWEEN.matcher(between(question, mentions)).matches()) {
            DateMention second = mentions.get(1);
            LocalDate start = firstOfRange(mentions.getFirst(), second);
            LocalDate end = Objects.requireNonNull(second.to());
            from = start.isAfter(end) ? from : start;
            to = end;
            spans.add(span(second));
        } else if (mentions.size() > 1) {
            return null;
        }
        return to.isBefore(from) ? null : new Found(new TimeWindow(from, to), spans);
    }

    /** Of "از فروردین تا خرداد ۹۴" the first month has the year of the second. */
    private static LocalDate firstOfRange(DateMention first, DateMention second) {
        boolean sameCalendar = first.calendar() == second.calendar() && second.year() != null;
        LocalDate own = Objects.requireNonNull(first.from());
        if (!sameCalendar || !own.isAfter(Objects.requireNonNull(second.from()))) {
            LocalDate inYear = sameCalendar && first.day() == 0
                    ? first.in(Objects.requireNonNull(second.year())).from()
                    : null;
            return inYear != null && !inYear.isAfter(Objects.requireNonNull(second.from())) ? inYear : own;
        }
        LocalDate moved = first.in(Objects.requireNonNull(second.year())).from();
        return moved == null ? own : moved;
    }

    private static String between(String question, List<DateMention> mentions) {
        int from = mentions.get(0).end();
        int to = mentions.get(1).start();
        return from <= to ? Folding.foldInPlace(question.substring(from, to)) : "";
    }

    private static int[] span(DateMention mention) {
        return new int[] {mention.start(), mention.end()};
    }

    /** A date without a year is the last one before or on today. */
    private static DateMention withYear(DateMention mention, LocalDate today) {
        if (mention.year() != null) {
            return mention;
        }
        int year = switch (mention.calendar()) {
            case JALALI -> Calendars.jalali(today).year();
            case GREGORIAN -> today.getYear();
            case HIJRI -> (today.getYear() - 622) * 33 / 32 + 1;
        };
        DateMention candidate = mention.in(year);
        for (int back = 0; back < 3; back++) {
            LocalDate from = candidate.from();
            if (from != null && !from.isAfter(today)) {
                return candidate;
            }
            candidate = mention.in(year - back - 1);
        }
        return candidate;
    }

    private static @Nullable Found relative(String folded, LocalDate today) {
        for (var phrase : RELATIVE.entrySet()) {
            Matcher matcher = phrase.getKey().matcher(folded);
            if (matcher.find()
                    && !COUNTED.matcher(folded.substring(0, matcher.start())).find()) {
                TimeWindow window = phrase.getValue().apply(today);
                return new Found(window, List.of(new int[] {matcher.start(), matcher.end()}));
            }
        }
        return null;
    }

    private static TimeWindow day(LocalDate day) {
        return new TimeWindow(day, day);
    }

    private static LocalDate saturday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    }

    private static TimeWindow jalaliMonth(LocalDate today, int back) {
        Calendars.Jalali now = Calendars.jalali(today);
        int months = now.year() * 12 + now.month() - 1 - back;
        return whole(new DateMention(
                DateMention.Calendar.JALALI, Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1, 0, 0, 0));
    }

    private static TimeWindow jalaliYear(LocalDate today, int back) {
        int year = Calendars.jalali(today).year() - back;
        return whole(new DateMention(DateMention.Calendar.JALALI, year, 0, 0, 0, 0));
    }

    private static TimeWindow whole(DateMention mention) {
        return new TimeWindow(Objects.requireNonNull(mention.from()), Objects.requireNonNull(mention.to()));
    }
}
