package dev.sanad.retrieve;

import dev.sanad.text.Calendars;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Folding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
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
    private static final String GAP = "[\\s\\u00A0\\u200C]{1,3}";
    private static final String BEFORE_NOW = "(?:گذشته|پیش|قبل)(?!" + GAP + "از)";
    private static final String EZAFE = "(?:\\u200C?ی)?";
    private static final List<Phrase> RELATIVE = List.of(
            phrase("امروز|today", today -> day(today)),
            phrase("دیروز|yesterday", today -> day(today.minusDays(1))),
            phrase("پریروز", today -> day(today.minusDays(2))),
            phrase("این هفته|هفته" + EZAFE + " جاری|this week", today -> new TimeWindow(saturday(today), today)),
            phrase("هفته" + EZAFE + " " + BEFORE_NOW + "|(?:last|past|previous) week", today -> {
                LocalDate start = saturday(today).minusWeeks(1);
                return new TimeWindow(start, start.plusDays(6));
            }),
            phrase("این ماه|ماه جاری", today -> jalaliMonth(today, 0)),
            phrase("ماه " + BEFORE_NOW, today -> jalaliMonth(today, 1)),
            phrase("this month", today -> new TimeWindow(today.withDayOfMonth(1), today)),
            phrase("(?:last|past|previous) month", today -> {
                LocalDate start = today.minusMonths(1).withDayOfMonth(1);
                return new TimeWindow(start, start.with(TemporalAdjusters.lastDayOfMonth()));
            }),
            phrase("امسال|سال جاری", today -> jalaliYear(today, 0)),
            phrase("پارسال|سال " + BEFORE_NOW, today -> jalaliYear(today, 1)),
            phrase("پیرارسال", today -> jalaliYear(today, 2)),
            phrase("this year", today -> new TimeWindow(today.withDayOfYear(1), today)),
            phrase(
                    "(?:last|past|previous) year",
                    today -> new TimeWindow(
                            today.minusYears(1).withDayOfYear(1),
                            today.minusYears(1).with(TemporalAdjusters.lastDayOfYear()))));
    private static final Pattern BETWEEN =
            Pattern.compile("^[\\s\\u200C]*(?:(?:و|تا|الی)(?:" + GAP + "سال)?|and|to|until|till|-|–)[\\s\\u200C]*$");
    /** What و and "and" between two dates need before them to make a range of the two. */
    private static final Pattern RANGE_BEGINS = Pattern.compile("(?:بین|میان|فاصله" + EZAFE + "|between)(?:" + GAP
            + "(?:سال(?:\\u200C?های)?|ماه|روز|روزهای|the))*" + GAP + "$");

    private static final Pattern AND = Pattern.compile("^[\\s\\u200C]*(?:و|and)(?:\\P{L}|$)");
    private static final Pattern FIRST_DAY = Pattern.compile(
            "(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?" + "(?:" + GAP + ")?(?:تا|الی|to|until|-|–)(?:" + GAP + ")?$");
    private static final Pattern SINCE = Pattern.compile("(?:since|پس از|بعد از|after)(?:" + GAP + "سال)?" + GAP + "$");
    private static final Pattern UNTIL_NOW =
            Pattern.compile("^" + GAP + "(?:تا(?:" + GAP + ")?(?:کنون|امروز|حالا)|به" + GAP + "بعد)(?!\\p{L})");
    private static final Pattern BEFORE =
            Pattern.compile("(?:before|until|پیش از|قبل از)(?:" + GAP + "سال)?" + GAP + "$");
    /** What stands before a unit of time that is counted: in چند سال پیش no year is meant. */
    private static final Pattern COUNTED =
            Pattern.compile("(?:\\d|(?<!\\p{L})(?:چند|چندین|صدها|هزاران|ها|یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|یازده"
                    + "|دوازده|پانزده|بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|صد|هزار))" + GAP + "$");

    private static final int LONGEST_LEAD = 40;
    private static final int YEARS_BACK = 8;

    private record Phrase(Pattern pattern, Function<LocalDate, TimeWindow> window) {}

    private final DateFinder dates = new DateFinder();

    /**
     * A window and the words that named it.
     *
     * @param spans {@code [start, end)} pairs in the question, UTF-16 units
     * @param named whether by a date, and not by its distance from today
     */
    record Found(TimeWindow window, List<int[]> spans, boolean named) {
        Found {
            spans = List.copyOf(spans);
        }
    }

    private static Phrase phrase(String words, Function<LocalDate, TimeWindow> window) {
        return new Phrase(
                Pattern.compile("(?<![\\p{L}\\u200C])(?:" + words.replace(" ", GAP) + ")(?!\\u200C?\\p{L})"), window);
    }

    /** Null for a question that names no time, or several that are no range. */
    @Nullable Found find(String question, LocalDate today) {
        List<DateMention> mentions = dates.find(question);
        String folded = Folding.foldInPlace(question);
        return mentions.isEmpty() ? relative(folded, today) : dated(folded, mentions, today);
    }

    private static @Nullable Found dated(String folded, List<DateMention> mentions, LocalDate today) {
        DateMention first = mentions.getFirst();
        String lead = folded.substring(Math.max(0, first.start() - LONGEST_LEAD), first.start());
        if (mentions.size() == 1) {
            return single(folded, lead, first, today);
        }
        DateMention second = mentions.get(1);
        String between = folded.substring(first.end(), second.start());
        boolean listed =
                AND.matcher(between).find() && !RANGE_BEGINS.matcher(lead).find();
        if (mentions.size() > 2 || listed || !BETWEEN.matcher(between).matches()) {
            return null;
        }
        DateMention last = withYear(second, today);
        LocalDate from = firstOfRange(first, last, today).from();
        return found(from, last.to(), span(first), span(second));
    }

    private static @Nullable Found single(String folded, String lead, DateMention mention, LocalDate today) {
        DateMention dated = withYear(mention, today);
        if (BEFORE.matcher(lead).find()) {
            return null;
        }
        LocalDate from = dated.from();
        LocalDate to = dated.to();
        if (SINCE.matcher(lead).find()
                || UNTIL_NOW.matcher(folded.substring(mention.end())).find()) {
            return from == null || from.isAfter(today) ? null : found(from, today, span(mention));
        }
        Matcher firstDay = FIRST_DAY.matcher(lead);
        if (mention.day() > 0 && firstDay.find()) {
            int day = Integer.parseInt(firstDay.group("day"));
            if (day > 0 && day < mention.day() && to != null) {
                int start = mention.start() - lead.length() + firstDay.start();
                return found(to.minusDays(mention.day() - day), to, new int[] {start, mention.end()});
            }
        }
        return found(from, to, span(mention));
    }

    private static @Nullable Found found(@Nullable LocalDate from, @Nullable LocalDate to, int[]... spans) {
        return from == null || to == null || to.isBefore(from)
                ? null
                : new Found(new TimeWindow(from, to), List.of(spans), true);
    }

    /** Of "از فروردین تا خرداد ۹۴" the first month has the year of the second, or the one before if it is later in it. */
    private static DateMention firstOfRange(DateMention first, DateMention last, LocalDate today) {
        Integer year = last.year();
        LocalDate end = last.from();
        if (first.year() != null || first.calendar() != last.calendar() || year == null || end == null) {
            return withYear(first, today);
        }
        LocalDate start = first.in(year).from();
        return first.in(start == null || start.isAfter(end) ? year - 1 : year);
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
        for (int back = 0; back < YEARS_BACK; back++) {
            LocalDate from = candidate.from();
            if (from != null && !from.isAfter(today)) {
                return candidate;
            }
            candidate = mention.in(year - back - 1);
        }
        return candidate;
    }

    /** The phrase that stands first. */
    private static @Nullable Found relative(String folded, LocalDate today) {
        Found first = null;
        for (Phrase phrase : RELATIVE) {
            Matcher matcher = phrase.pattern().matcher(folded);
            if (matcher.find() && !isCounted(folded, matcher.start())) {
                int[] span = {matcher.start(), matcher.end()};
                if (first == null || span[0] < first.spans().getFirst()[0]) {
                    first = new Found(phrase.window().apply(today), List.of(span), false);
                }
            }
        }
        return first;
    }

    private static boolean isCounted(String folded, int start) {
        return COUNTED.matcher(folded.substring(Math.max(0, start - LONGEST_LEAD), start))
                .find();
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
