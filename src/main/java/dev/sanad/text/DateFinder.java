package dev.sanad.text;

import dev.sanad.text.DateMention.Calendar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in three calendars, in Persian and English: numeric ones, month names with a day, a year or both, and years
 * that are named as such. What is no day of its calendar is not found.
 */
public final class DateFinder {
    private static final Map<String, Month> MONTHS = new HashMap<>();

    static {
        months(Calendar.JALALI, Calendars.JALALI_MONTHS);
        months(Calendar.JALALI, List.of("", "", "", "", "امرداد"));
        months(
                Calendar.GREGORIAN,
                List.of(
                        "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر",
                        "دسامبر"));
        months(Calendar.GREGORIAN, List.of("", "", "", "اوریل", "می", "", "جولای", "آگوست"));
        months(
                Calendar.GREGORIAN,
                List.of(
                        "january",
                        "february",
                        "march",
                        "april",
                        "may",
                        "june",
                        "july",
                        "august",
                        "september",
                        "october",
                        "november",
                        "december"));
        months(
                Calendar.GREGORIAN,
                List.of("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));
        months(Calendar.GREGORIAN, List.of("", "", "", "", "", "", "", "", "sept"));
        months(
                Calendar.HIJRI,
                List.of(
                        "محرم",
                        "صفر",
                        "ربیع‌الاول",
                        "ربیع‌الثانی",
                        "جمادی‌الاول",
                        "جمادی‌الثانی",
                        "رجب",
                        "شعبان",
                        "رمضان",
                        "شوال",
                        "ذی‌القعده",
                        "ذی‌الحجه"));
    }

    private static final String GAP = "[\\s\\u200C,،]{1,3}";
    private static final String NAMES = MONTHS.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(name -> name.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining("\\u200C?")))
            .collect(Collectors.joining("|"));
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\d])(?:(?<day>\\d{1,2})(?:\\u200C?(?:ام|م|st|nd|rd|th))?"
                    + "(?:" + GAP + "of)?" + GAP + ")?(?:(?:ماه)" + GAP + ")?(?<month>" + NAMES
                    + ")(?![\\p{L}\\p{M}])\\.?(?:[\\s\\u200C]{1,2}ماه(?!\\p{L}))?"
                    + "(?:" + GAP + "(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:./]))?"
                    + "(?:" + GAP + "(?:سال[\\s\\u200C]{1,2})?(?<year>\\d{4}|\\d{2}(?=\\s|$|[.،؛؟?!,)»]))(?!\\d))?");
    private static final Pattern NUMERIC = Pattern.compile(
            "(?<![\\d./-])(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?![\\d]|[./-]\\d)");
    private static final Pattern YEAR = Pattern.compile(
            "(?<!\\p{L})(?:سال(?:[\\s\\u200C]{0,2}های?)?[\\s\\u200C]{1,2}|in |since |year |during |of )(?<year>1[2-5]\\d\\d|1[6-9]\\d\\d|20\\d\\d|[3-9]\\d(?=\\s|$|[.،؛؟?!)»]))(?![\\d.,٬/])");

    private record Month(Calendar calendar, int number) {}

    private static void months(Calendar calendar, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                MONTHS.put(Folding.key(names.get(i)), new Month(calendar, i + 1));
            }
        }
    }

    /** In order of their place, none overlapping. */
    public List<DateMention> find(String text) {
        String folded = Folding.foldInPlace(text);
        var found = new ArrayList<DateMention>();
        for (Matcher matcher = NUMERIC.matcher(folded); matcher.find(); ) {
            int year = number(matcher.group("year"));
            add(
                    found,
                    mention(
                            calendarOf(year),
                            year,
                            number(matcher.group("month")),
                            number(matcher.group("day")),
                            matcher));
        }
        for (Matcher matcher = NAMED.matcher(folded); matcher.find(); ) {
            add(found, named(matcher));
        }
        for (Matcher matcher = YEAR.matcher(folded); matcher.find(); ) {
            int year = number(matcher.group("year"));
            year = year < 100 ? 1300 + year : year;
            add(found, new DateMention(calendarOf(year), year, 0, 0, matcher.start("year"), matcher.end("year")));
        }
        found.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return found;
    }

    private static @Nullable DateMention named(Matcher matcher) {
        String name = Folding.key(matcher.group("month"));
        Month month = MONTHS.get(name);
        if (month == null) {
            return null;
        }
        String dayText = matcher.group("day") != null ? matcher.group("day") : matcher.group("day2");
        int day = dayText == null ? 0 : number(dayText);
        Integer year = matcher.group("year") == null ? null : number(matcher.group("year"));
        if (year != null && year < 100) {
            year += month.calendar() == Calendar.GREGORIAN ? 2000 : 1300;
        }
        boolean ambiguous = name.length() <= 3 || name.equals("march");
        if (ambiguous && day == 0 && (year == null || name.equals("می"))) {
            return null;
        }
        return mention(month.calendar(), year, month.number(), day, matcher);
    }

    private static @Nullable DateMention mention(
            Calendar calendar, @Nullable Integer year, int month, int day, Matcher matcher) {
        var mention = new DateMention(calendar, year, month, day, matcher.start(), matcher.end());
        boolean possible = month >= 1
                && month <= 12
                && day <= 31
                && (year == null ? mention.in(calendar == Calendar.GREGORIAN ? 2000 : 1399) : mention).from() != null;
        return possible ? mention : null;
    }

    private static void add(List<DateMention> found, @Nullable DateMention mention) {
        if (mention != null
                && found.stream().noneMatch(other -> other.start() < mention.end() && mention.start() < other.end())) {
            found.add(mention);
        }
    }

    private static Calendar calendarOf(int year) {
        return year < 1600 ? Calendar.JALALI : Calendar.GREGORIAN;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
