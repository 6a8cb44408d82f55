package dev.sanad.retrieve;

import static dev.sanad.retrieve.TimeWords.EZAFE;

import dev.sanad.text.Calendars;
import dev.sanad.text.DateMention.Calendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Seasons of a year and decades: پاییز ۹۴, summer 2015, تابستان گذشته, دهه نود, the 1990s. A Persian season is three Jalali
 * months, unless its year is Gregorian; a winter is of the year in which it begins in either.
 */
final class Periods {
    /** The quarter of the Jalali year, from 0. */
    private static final Map<String, Integer> SEASONS = Map.of(
            "بهار", 0, "تابستان", 1, "پاییز", 2, "زمستان", 3, "spring", 0, "summer", 1, "autumn", 2, "fall", 2,
            "winter", 3);

    private static final Map<String, Integer> TENS = Map.ofEntries(
            Map.entry("بیست", 20),
            Map.entry("سی", 30),
            Map.entry("چهل", 40),
            Map.entry("پنجاه", 50),
            Map.entry("شصت", 60),
            Map.entry("هفتاد", 70),
            Map.entry("هشتاد", 80),
            Map.entry("نود", 90),
            Map.entry("twenties", 20),
            Map.entry("thirties", 30),
            Map.entry("forties", 40),
            Map.entry("fifties", 50),
            Map.entry("sixties", 60),
            Map.entry("seventies", 70),
            Map.entry("eighties", 80),
            Map.entry("nineties", 90));
    private static final Pattern SEASON = TimeWords.pattern("(?<before>(?:last|past) )?"
            + "(?<season>بهار|تابستان|پاییز|زمستان|spring|summer|autumn|fall|winter)" + EZAFE
            + "(?:(?: سال| of)? (?<year>1[34]\\d\\d|19\\d\\d|20\\d\\d|[3-9]\\d)(?!\\d)"
            + "|(?<last> (?:سال (?:گذشته|پیش|قبل)|پارسال|last year))|(?<this> (?:امسال|this year))"
            + "|(?<past> (?:گذشته|پیش|قبل)))?");
    private static final Pattern DECADE = TimeWords.pattern("دهه" + EZAFE
            + " (?<tens>1[23]\\d0|1[89]\\d0|20\\d0|[2-9]0|بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود)(?!\\d)"
            + "(?: (?<era>میلادی|شمسی|خورشیدی))?"
            + "|(?:the )?(?<english>1[89]\\d0|20\\d0)'?s|the (?:'?(?<short>[2-9]0)'?s"
            + "|(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))");

    private Periods() {}

    /** In order of their place, none overlapping. */
    static List<NamedTime> find(String folded, LocalDate today) {
        var found = new ArrayList<NamedTime>();
        for (Matcher matcher = SEASON.matcher(folded); matcher.find(); ) {
            add(found, matcher, season(matcher, today));
        }
        for (Matcher matcher = DECADE.matcher(folded); matcher.find(); ) {
            add(found, matcher, decade(matcher));
        }
        return RelativeTimes.apart(found);
    }

    private static void add(List<NamedTime> found, Matcher matcher, @Nullable TimeWindow window) {
        if (window != null && window.from() != null) {
            found.add(new NamedTime(window.from(), window.to(), matcher.start(), matcher.end(), true));
        }
    }

    private static @Nullable TimeWindow season(Matcher matcher, LocalDate today) {
        String name = matcher.group("season");
        int quarter = SEASONS.getOrDefault(name, 0);
        boolean english = name.charAt(0) <= 'z';
        int now = english ? today.getYear() : Calendars.jalali(today).year();
        if (matcher.group("year") != null) {
            int year = Integer.parseInt(matcher.group("year"));
            if (year < 100) {
                return english ? null : season(Calendar.JALALI, 1300 + year, quarter);
            }
            return season(year < 1600 ? Calendar.JALALI : Calendar.GREGORIAN, year, quarter);
        }
        Calendar calendar = english ? Calendar.GREGORIAN : Calendar.JALALI;
        if (matcher.group("last") != null) {
            return season(calendar, now - 1, quarter);
        }
        if (matcher.group("this") != null) {
            return season(calendar, now, quarter);
        }
        if (matcher.group("past") == null && matcher.group("before") == null) {
            return null;
        }
        TimeWindow latest = season(calendar, now, quarter);
        // in January the winter of the year before is not over either
        for (int year = now; latest != null && !latest.to().isBefore(today); ) {
            latest = season(calendar, --year, quarter);
        }
        return latest;
    }

    /** Spring begins in March in both calendars. */
    private static @Nullable TimeWindow season(Calendar calendar, int year, int quarter) {
        int first = calendar == Calendar.JALALI ? 1 + 3 * quarter : 3 + 3 * quarter;
        LocalDate from = TimeWords.edge(calendar, year, first, false);
        int last = first + 2;
        LocalDate to = TimeWords.edge(calendar, last > 12 ? year + 1 : year, last > 12 ? last - 12 : last, true);
        return from == null || to == null ? null : new TimeWindow(from, to);
    }

    private static @Nullable TimeWindow decade(Matcher matcher) {
        int year;
        if (matcher.group("tens") != null) {
            String tens = matcher.group("tens");
            year = tens.charAt(0) <= '9' ? Integer.parseInt(tens) : TENS.getOrDefault(tens, 0);
            boolean gregorian = "میلادی".equals(matcher.group("era"));
            year += year >= 100 ? 0 : gregorian ? 1900 : 1300;
        } else if (matcher.group("english") != null) {
            year = Integer.parseInt(matcher.group("english"));
        } else if (matcher.group("short") != null) {
            year = 1900 + Integer.parseInt(matcher.group("short"));
        } else {
            year = 1900 + TENS.getOrDefault(matcher.group("word"), 0);
        }
        Calendar calendar = year < 1600 ? Calendar.JALALI : Calendar.GREGORIAN;
        LocalDate from = TimeWords.edge(calendar, year, 0, false);
        LocalDate to = TimeWords.edge(calendar, year + 9, 0, true);
        return from == null || to == null ? null : new TimeWindow(from, to);
    }
}
