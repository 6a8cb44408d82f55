package dev.sanad.retrieve;

import static dev.sanad.retrieve.TimeWords.EZAFE;
import static dev.sanad.retrieve.TimeWords.GAP;

import dev.sanad.text.Calendars;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Folding;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time that a question asks about: dates in three calendars, seasons and decades, words such as دیروز or last week,
 * ranges of two of them, and what lies before or after one. An event names no time, though it names its year.
 */
final class TimeWindowFinder {
    private static final Pattern BETWEEN =
            Pattern.compile("^[\\s\\u200C]*(?:(?:و|تا|الی)(?:" + GAP + "سال)?|and|to|until|till|-|–)[\\s\\u200C]*$");
    /** What و and "and" between two dates need before them to make a range of the two. */
    private static final Pattern RANGE_BEGINS = Pattern.compile("(?:بین|میان|فاصله" + EZAFE + "|between)(?:" + GAP
            + "(?:سال(?:\\u200C?های)?|ماه|روز|روزهای|the))*" + GAP + "$");

    private static final Pattern AND = Pattern.compile("^[\\s\\u200C]*(?:و|and)(?:\\P{L}|$)");
    private static final Pattern FIRST_DAY = Pattern.compile(
            "(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?" + "(?:" + GAP + ")?(?:تا|الی|to|until|-|–)(?:" + GAP + ")?$");
    private static final String YEAR = "(?:" + GAP + "(?:سال|the|year))?";
    private static final Pattern SINCE = Pattern.compile("(?<!\\p{L})since" + YEAR + GAP + "$");
    private static final Pattern AFTER =
            Pattern.compile("(?<!\\p{L})(?:(?:پس|بعد)" + GAP + "از|after)" + YEAR + GAP + "$");
    private static final Pattern UNTIL_NOW =
            Pattern.compile("^" + GAP + "(?:تا(?:" + GAP + ")?(?:کنون|امروز|حالا|الان)|به" + GAP + "(?:بعد|این" + GAP
                    + "سو)|onwards?|(?:until|till|to)" + GAP + "(?:now|today))(?!\\p{L})");
    private static final Pattern BEFORE =
            Pattern.compile("(?<!\\p{L})(?:(?:پیش|قبل)" + GAP + "از|before)" + YEAR + GAP + "$");
    private static final Pattern UNTIL = Pattern.compile("(?<!\\p{L})(?:until|till|تا)" + YEAR + GAP + "$");
    /** An event of a year is before or after what is asked for, on a day that is not known. */
    private static final Pattern AROUND_AN_EVENT =
            Pattern.compile("(?:(?<!\\p{L})(?:پیش|قبل|پس|بعد)" + GAP + "از" + GAP + "(?!سال" + GAP
                    + ")(?:\\p{L}+" + GAP + "){1,4}|(?<!\\p{L})(?:before|after|since|until|till)" + GAP + "the" + GAP
                    + "(?!year)(?:\\p{L}+" + GAP + "){0,4})$");

    private static final Pattern OF_LAST_YEAR = Pattern.compile("^" + EZAFE + "(?:" + GAP + "ماه)?" + GAP + "(?:سال"
            + GAP + "(?:گذشته|پیش|قبل)|پارسال|last" + GAP + "year)(?!\\p{L})");
    private static final Pattern OF_THIS_YEAR =
            Pattern.compile("^" + EZAFE + GAP + "(?:سال" + GAP + "جاری|امسال|this" + GAP + "year)(?!\\p{L})");
    private static final Pattern PAST =
            Pattern.compile("^" + EZAFE + GAP + "(?:گذشته|پیش|قبل)(?!" + GAP + "از)(?!\\p{L})");
    private static final Pattern LAST = Pattern.compile("(?<!\\p{L})(?:last|past)" + GAP + "$");
    private static final Pattern TO_COME = Pattern.compile("^" + EZAFE + GAP + "(?:اینده|بعد)(?!\\p{L})");
    private static final Pattern NEXT = Pattern.compile("(?<!\\p{L})next" + GAP + "$");

    private static final int LONGEST_LEAD = 40;
    private static final int YEARS_BACK = 8;

    private final DateFinder dates = new DateFinder();
    private final RelativeTimes relative = new RelativeTimes();

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

    /** Null for a question that names no time, or several that are no range. */
    @Nullable Found find(String question, LocalDate today) {
        String folded = Folding.foldInPlace(question);
        List<NamedTime> periods = Periods.find(folded, today);
        if (!periods.isEmpty()) {
            return of(periods, folded, today);
        }
        List<DateMention> mentions = dates.find(question);
        return mentions.isEmpty() ? of(relative.find(folded, today), folded, today) : dated(folded, mentions, today);
    }

    private static @Nullable Found of(List<NamedTime> times, String folded, LocalDate today) {
        if (times.isEmpty()) {
            return null;
        }
        NamedTime first = times.getFirst();
        if (times.size() > 1) {
            NamedTime second = times.get(1);
            if (isRange(lead(folded, first.start()), folded.substring(first.end(), second.start()))) {
                return found(
                        first.from(), second.to(), first.named(), new int[] {first.start(), first.end()}, new int[] {
                            second.start(), second.end()
                        });
            }
            if (first.named()) {
                return null;
            }
        }
        return around(first, folded, today);
    }

    private static boolean isRange(String lead, String between) {
        boolean listed =
                AND.matcher(between).find() && !RANGE_BEGINS.matcher(lead).find();
        return !listed && BETWEEN.matcher(between).matches();
    }

    private static @Nullable Found dated(String folded, List<DateMention> mentions, LocalDate today) {
        DateMention first = mentions.getFirst();
        String lead = lead(folded, first.start());
        if (mentions.size() == 1) {
            return single(folded, lead, first, today);
        }
        DateMention second = mentions.get(1);
        String between = folded.substring(first.end(), second.start());
        if (mentions.size() > 2 || !isRange(lead, between)) {
            return null;
        }
        DateMention last = withYear(second, today);
        LocalDate from = firstOfRange(first, last, today).from();
        return found(from, last.to(), true, span(first), span(second));
    }

    private static @Nullable Found single(String folded, String lead, DateMention mention, LocalDate today) {
        String tail = folded.substring(mention.end());
        if (TO_COME.matcher(tail).find() || NEXT.matcher(lead).find()) {
            return null;
        }
        int start = mention.start();
        int end = mention.end();
        DateMention dated = withYear(mention, today);
        if (mention.year() == null) {
            Matcher last = LAST.matcher(lead);
            Matcher past = PAST.matcher(tail);
            Matcher ofYear = OF_LAST_YEAR.matcher(tail);
            Matcher ofThis = OF_THIS_YEAR.matcher(tail);
            if (ofYear.find()) {
                dated = mention.in(yearOf(mention, today) - 1);
                end += ofYear.end();
            } else if (ofThis.find()) {
                dated = mention.in(yearOf(mention, today));
                end += ofThis.end();
            } else if (past.find()) {
                dated = over(dated, today);
                end += past.end();
            } else if (last.find()) {
                dated = over(dated, today);
                start += last.start() - lead.length();
            }
        }
        LocalDate from = dated.from();
        LocalDate to = dated.to();
        if (from == null || to == null) {
            return null;
        }
        Matcher firstDay = FIRST_DAY.matcher(lead);
        if (mention.day() > 0 && firstDay.find()) {
            int day = Integer.parseInt(firstDay.group("day"));
            if (day > 0 && day < mention.day()) {
                int rangeStart = mention.start() - lead.length() + firstDay.start();
                return found(to.minusDays(mention.day() - day), to, true, new int[] {rangeStart, end});
            }
        }
        return around(new NamedTime(from, to, start, end, true), folded, today);
    }

    /** The time itself, or what lies before or after it where the words around say so. */
    private static @Nullable Found around(NamedTime time, String folded, LocalDate today) {
        String lead = lead(folded, time.start());
        String tail = folded.substring(time.end());
        int[] span = {time.start(), time.end()};
        if (AROUND_AN_EVENT.matcher(lead).find()) {
            return null;
        }
        if (BEFORE.matcher(lead).find()) {
            return found(null, time.from().minusDays(1), time.named(), span);
        }
        boolean after = AFTER.matcher(lead).find();
        if (after || SINCE.matcher(lead).find() || UNTIL_NOW.matcher(tail).find()) {
            boolean oneDay = time.from().equals(time.to());
            LocalDate from = after && !oneDay ? time.to().plusDays(1) : time.from();
            return from.isAfter(today) ? null : found(from, today, time.named(), span);
        }
        return found(UNTIL.matcher(lead).find() ? null : time.from(), time.to(), time.named(), span);
    }

    private static @Nullable Found found(
            @Nullable LocalDate from, @Nullable LocalDate to, boolean named, int[]... spans) {
        return to == null || (from != null && to.isBefore(from))
                ? null
                : new Found(new TimeWindow(from, to), List.of(spans), named);
    }

    private static String lead(String folded, int start) {
        return folded.substring(Math.max(0, start - LONGEST_LEAD), start);
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

    /** The year of the mention's calendar that today is in; of the lunar one the year in which the month came last. */
    private static int yearOf(DateMention mention, LocalDate today) {
        Integer last = withYear(mention, today).year();
        return switch (mention.calendar()) {
            case JALALI -> Calendars.jalali(today).year();
            case GREGORIAN -> today.getYear();
            case HIJRI -> last == null ? 0 : last;
        };
    }

    /** The last one that is over today. */
    private static DateMention over(DateMention mention, LocalDate today) {
        LocalDate to = mention.to();
        Integer year = mention.year();
        return to == null || year == null || to.isBefore(today) ? mention : mention.in(year - 1);
    }
}
