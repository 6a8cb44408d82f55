package dev.sanad.retrieve;

import static dev.sanad.retrieve.TimeWords.EZAFE;
import static dev.sanad.retrieve.TimeWords.GAP;

import dev.sanad.text.Folding;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times that are counted back from today: سه ماه گذشته and the last three months until today, ۵ سال پیش and 5 years ago not. */
final class TimeCounts {
    /** A count in words, folded. */
    static final String PATTERN = "یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|یازده|دوازده|پانزده|بیست|سی|چهل|پنجاه|شصت|هفتاد"
            + "|هشتاد|نود|صد|هزار|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty";

    private static final String COUNT = "(?<count>\\d{1,3}|" + PATTERN + ")";
    private static final Pattern PERSIAN =
            TimeWords.pattern("(?<!\\p{L} و )" + COUNT + "[\\s\\u200C]{1,2}" + "(?<unit>روز|هفته|ماه|سال|دهه)" + EZAFE
                    + " (?:(?<last>گذشته|اخیر)|(?<ago>(?:پیش|قبل)(?!" + GAP + "از)))");
    private static final Pattern ENGLISH_LAST = TimeWords.pattern(
            "(?:the )?(?:last|past|previous) " + COUNT + "[\\s-](?<unit>day|week|month|year|decade)s?");
    private static final Pattern ENGLISH_AGO =
            TimeWords.pattern("(?<count>an?|\\d{1,3}|" + PATTERN + ") (?<unit>day|week|month|year|decade)s? ago");
    /** Beyond so many of a unit what is told is history and no time of publication. */
    private static final int MOST = 100;

    private static final NumberFinder NUMBERS = new NumberFinder();

    private TimeCounts() {}

    static List<NamedTime> find(String folded, LocalDate today) {
        var found = new ArrayList<NamedTime>();
        for (Matcher matcher = PERSIAN.matcher(folded); matcher.find(); ) {
            boolean until = matcher.group("last") != null;
            add(found, matcher, until ? last(matcher, today) : ago(matcher, today, true));
        }
        for (Matcher matcher = ENGLISH_LAST.matcher(folded); matcher.find(); ) {
            add(found, matcher, last(matcher, today));
        }
        for (Matcher matcher = ENGLISH_AGO.matcher(folded); matcher.find(); ) {
            add(found, matcher, ago(matcher, today, false));
        }
        return found;
    }

    private static void add(List<NamedTime> found, Matcher matcher, @Nullable TimeWindow window) {
        if (window != null && window.from() != null) {
            found.add(new NamedTime(window.from(), window.to(), matcher.start(), matcher.end(), true));
        }
    }

    private static @Nullable TimeWindow last(Matcher matcher, LocalDate today) {
        int count = count(matcher);
        return count < 1 || count > MOST ? null : new TimeWindow(back(matcher, today, count), today);
    }

    private static LocalDate back(Matcher matcher, LocalDate today, int count) {
        return switch (matcher.group("unit")) {
            case "روز", "day" -> today.minusDays(count);
            case "هفته", "week" -> today.minusWeeks(count);
            case "ماه", "month" -> today.minusMonths(count);
            case "دهه", "decade" -> today.minusYears(10L * count);
            default -> today.minusYears(count);
        };
    }

    /** The day, week, month or year that lies so far back. */
    private static @Nullable TimeWindow ago(Matcher matcher, LocalDate today, boolean jalali) {
        int count = count(matcher);
        if (count < 1 || count > MOST) {
            return null;
        }
        LocalDate then = back(matcher, today, count);
        return switch (matcher.group("unit")) {
            case "روز", "day" -> new TimeWindow(then, then);
            case "هفته", "week" ->
                new TimeWindow(
                        TimeWords.saturday(then), TimeWords.saturday(then).plusDays(6));
            case "ماه", "month" -> jalali ? TimeWords.jalaliMonth(today, count) : TimeWords.month(today, count);
            case "دهه", "decade" -> null;
            default -> jalali ? TimeWords.jalaliYear(today, count) : TimeWords.year(today, count);
        };
    }

    private static int count(Matcher matcher) {
        String count = Folding.key(matcher.group("count"));
        return switch (count) {
            // numbers that are not read alone: they mostly mean something else
            case "یک", "one", "a", "an" -> 1;
            case "نه" -> 9;
            default -> {
                List<Quantity> read = NUMBERS.find(count);
                yield read.isEmpty() ? 0 : read.getFirst().value().intValue();
            }
        };
    }
}
