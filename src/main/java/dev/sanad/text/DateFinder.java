package dev.sanad.text;

import dev.sanad.text.DateMention.Calendar;
import dev.sanad.text.MonthNames.Month;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in three calendars, in Persian and English: numeric ones, month names with a day, a year or both, and years
 * that are named as such. What is no day of its calendar is not found. Takes time linear in the text.
 */
public final class DateFinder {
    private static final String SPACE = "[\\s\\u00A0\\u200C]";
    private static final String GAP = "[\\s\\u00A0\\u200C,،]{1,3}";
    /** Behind a number these say that it counts something, so that it is no year. */
    private static final String COUNTED =
            "(?!" + SPACE + "{1,2}(?:نفر|تن|هزار|میلیون|میلیارد|درصد|سال|ماه|روز|ساعت|دقیقه"
                    + "|کیلومتر|متر|تومان|ریال|دلار|یورو|مورد|فقره|نقطه|شهر|روستا|خانه|people|percent)(?!\\p{L}))";

    private static final String BEFORE_CHRIST =
            "(?!" + SPACE + "{1,2}(?:(?:پیش|قبل)" + SPACE + "{1,2}از" + SPACE + "{1,2}میلاد|ق\\.|bc))";
    private static final String ERA =
            "(?:" + SPACE + "{1,2}(?:هجری" + SPACE + "{1,2})?(?<era>شمسی|خورشیدی|قمری|میلادی)(?!\\p{L}))?";
    private static final String FOUR_DIGITS = "1[2-9]\\d\\d|2[01]\\d\\d";
    /** The two last digits of a Jalali year, where nothing else can be meant. */
    private static final String TWO_DIGITS = "[3-9]\\d(?=\\s|$|[.،؛؟?!)»])";

    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\d])(?<!\\p{L}\\u200C)"
            + "(?:(?<day>\\d{1,2}|" + MonthNames.dayPattern() + ")(?:" + SPACE + "?(?:ام|م|st|nd|rd|th))?"
            + "(?:" + GAP + "of)?" + GAP + ")?"
            + "(?<moon>ماه" + GAP + ")?(?<month>" + MonthNames.monthPattern() + ")(?<moon2>" + SPACE + "{0,2}ماه)?"
            + "(?!\\u200C?\\p{L})(?:(?<=[a-z])\\.)?"
            + "(?:(?<=[a-z]\\.?)" + GAP + "(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:./]\\d|\\p{L}))?"
            + "(?<tail>" + GAP + "(?:سال" + SPACE + "{1,2})?(?<year>" + FOUR_DIGITS + "|" + TWO_DIGITS
            + ")(?!\\d|[.,٬/:]\\d)" + COUNTED + ERA + ")?");
    private static final Pattern NUMERIC = Pattern.compile("(?<![\\d./-])(?<year>" + FOUR_DIGITS
            + "|[3-9]\\d(?=/))(?<sep>[-/.])(?<month>\\d{1,2})" + "\\k<sep>(?<day>\\d{1,2})(?!\\d|[./-]\\d)");
    private static final String AFTER_YEAR = "(?![\\d]|[.,٬/:]\\d)" + COUNTED + BEFORE_CHRIST;
    private static final Pattern YEAR = Pattern.compile("(?<![\\p{L}\\d])(?:"
            + "سال(?:" + SPACE + "{0,2}های?)?" + SPACE + "{1,2}(?<year>" + FOUR_DIGITS + "|" + TWO_DIGITS + ")"
            + "|(?:in|since|year|during|before|after|by|until|from|between|(?:summer|autumn|fall|winter|spring"
            + "|beginning|middle|end) of) (?<english>1[89]\\d\\d|20\\d\\d))" + AFTER_YEAR + ERA
            + "(?:" + SPACE + "{0,2}(?:تا|الی|و|to|and|until|-|–)" + SPACE + "{0,2}(?:سال" + SPACE + "{1,2})?"
            + "(?<second>" + FOUR_DIGITS + "|" + TWO_DIGITS + ")" + AFTER_YEAR + ")?");
    private static final Pattern PREPOSITION = Pattern.compile("(?:in|since|during|until|of|late|early|mid) $");
    private static final Pattern AT_A_STOP = Pattern.compile("\\s{0,2}(?:$|[.،؛؟!?,)»\\n])");
    private static final int LONGEST_PREPOSITION = 7;

    /** In order of their place, none overlapping. */
    public List<DateMention> find(String text) {
        FoldedText folded = FoldedText.of(text);
        var found = new TreeMap<Integer, DateMention>();
        for (Matcher matcher = NUMERIC.matcher(folded.text()); matcher.find(); ) {
            int year = jalaliIfShort(number(matcher.group("year")));
            int month = number(matcher.group("month"));
            int day = number(matcher.group("day"));
            if (month > 0 && day > 0) {
                add(found, mention(calendarOf(year), year, month, day, matcher.start(), matcher.end()), folded);
            }
        }
        for (Matcher matcher = NAMED.matcher(folded.text()); matcher.find(); ) {
            boolean capital = Character.isUpperCase(text.charAt(folded.start(matcher.start("month"))));
            add(found, named(matcher, folded.text(), capital), folded);
        }
        for (Matcher matcher = YEAR.matcher(folded.text()); matcher.find(); ) {
            years(matcher, found, folded);
        }
        return List.copyOf(found.values());
    }

    private static void years(Matcher matcher, NavigableMap<Integer, DateMention> found, FoldedText folded) {
        String group = matcher.group("english") == null ? "year" : "english";
        int year = jalaliIfShort(number(matcher.group(group)));
        String era = matcher.group("era");
        Calendar calendar = era == null ? calendarOf(year) : calendarOf(era);
        add(found, mention(calendar, year, 0, 0, matcher.start(group), matcher.end(group)), folded);
        if (matcher.group("second") != null) {
            int second = jalaliIfShort(number(matcher.group("second")));
            add(
                    found,
                    mention(calendarOf(second), second, 0, 0, matcher.start("second"), matcher.end("second")),
                    folded);
        }
    }

    private static @Nullable DateMention named(Matcher matcher, String folded, boolean capital) {
        Month month = Objects.requireNonNull(MonthNames.month(matcher.group("month")));
        String dayText = matcher.group("day") != null ? matcher.group("day") : matcher.group("day2");
        int day = dayText == null ? 0 : day(dayText);
        Integer year = year(matcher, month.calendar());
        if (dayText != null && day == 0) {
            return null;
        }
        int end = year != null || matcher.group("tail") == null ? matcher.end() : matcher.start("tail");
        boolean called = matcher.group("moon") != null || matcher.group("moon2") != null;
        if (month.ambiguous() && year == null && !called && !isDated(matcher, day, folded, capital)) {
            return null;
        }
        return mention(month.calendar(), year, month.number(), day, matcher.start(), end);
    }

    /** Whether a name that mostly means something else is a month here, without a year and without the word month. */
    private static boolean isDated(Matcher matcher, int day, String folded, boolean capital) {
        String name = matcher.group("month");
        if (name.equals("می")) {
            // می also begins a verb: ساعت ۵ می رود
            int end = matcher.group("tail") == null ? matcher.end() : matcher.start("tail");
            return day > 0
                    && AT_A_STOP.matcher(folded).region(end, folded.length()).lookingAt();
        }
        int start = matcher.start();
        String before = folded.substring(Math.max(0, start - LONGEST_PREPOSITION), start);
        boolean latin = name.charAt(0) <= 'z';
        boolean verb = latin && !capital && (name.equals("may") || name.equals("march"));
        return (day > 0 && !verb) || (latin && PREPOSITION.matcher(before).find());
    }

    /** Null also for a number that is no year of the month's calendar. */
    private static @Nullable Integer year(Matcher matcher, Calendar calendar) {
        if (matcher.group("year") == null) {
            return null;
        }
        int year = number(matcher.group("year"));
        if (year < 100) {
            return calendar == Calendar.JALALI ? Integer.valueOf(jalaliIfShort(year)) : null;
        }
        boolean gregorian = calendarOf(year) == Calendar.GREGORIAN;
        return gregorian == (calendar == Calendar.GREGORIAN) ? Integer.valueOf(year) : null;
    }

    private static int day(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return number(text);
        }
        return Objects.requireNonNull(MonthNames.day(text));
    }

    private static @Nullable DateMention mention(
            Calendar calendar, @Nullable Integer year, int month, int day, int start, int end) {
        var mention = new DateMention(calendar, year, month, day, start, end);
        if (month > 12 || day > 31) {
            return null;
        }
        if (year == null && calendar == Calendar.HIJRI) {
            return day <= 30 ? mention : null;
        }
        // without a year a leap year is meant well: it has every day that its calendar knows
        DateMention inLeapYear = mention.in(calendar == Calendar.GREGORIAN ? 2000 : 1399);
        return (year == null ? inLeapYear : mention).from() == null ? null : mention;
    }

    /** Adds a mention with folded offsets unless it overlaps one that is there. */
    private static void add(
            NavigableMap<Integer, DateMention> found, @Nullable DateMention mention, FoldedText folded) {
        if (mention == null) {
            return;
        }
        int start = folded.start(mention.start());
        int end = folded.end(mention.end());
        Map.Entry<Integer, DateMention> before = found.lowerEntry(end);
        if (before == null || before.getValue().end() <= start) {
            found.put(
                    start,
                    new DateMention(mention.calendar(), mention.year(), mention.month(), mention.day(), start, end));
        }
    }

    private static int jalaliIfShort(int year) {
        return year < 100 ? 1300 + year : year;
    }

    private static Calendar calendarOf(int year) {
        return year < 1600 ? Calendar.JALALI : Calendar.GREGORIAN;
    }

    private static Calendar calendarOf(String era) {
        return switch (era) {
            case "قمری" -> Calendar.HIJRI;
            case "میلادی" -> Calendar.GREGORIAN;
            default -> Calendar.JALALI;
        };
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
