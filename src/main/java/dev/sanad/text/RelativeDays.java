package dev.sanad.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days that a text names by their distance from the day on which it was published: دیروز, tomorrow, سه‌شنبه. A day of
 * the week alone is the last one, as the news has it. Where no one day can be told (every Tuesday, a Tuesday in a sentence
 * about what is to come, a Tuesday whose date stands beside it) none is found.
 */
public final class RelativeDays {
    private static final String GAP = "[\\s\\u00A0\\u200C]{1,3}";
    private static final String EZAFE = "(?:\\u200C?ی)?";
    private static final Map<String, Integer> DISTANCES = Map.ofEntries(
            Map.entry("امروز", 0),
            Map.entry("امشب", 0),
            Map.entry("today", 0),
            Map.entry("tonight", 0),
            Map.entry("دیروز", -1),
            Map.entry("دیشب", -1),
            Map.entry("yesterday", -1),
            Map.entry("last night", -1),
            Map.entry("پریروز", -2),
            Map.entry("پریشب", -2),
            Map.entry("the day before yesterday", -2),
            Map.entry("فردا", 1),
            Map.entry("فرداشب", 1),
            Map.entry("tomorrow", 1),
            Map.entry("پسفردا", 2),
            Map.entry("the day after tomorrow", 2));
    private static final Pattern DISTANCE =
            word("امروز|امشب|دیروز|دیشب|پریروز|پریشب|پس[\\x20\\u200C]?فردا|فردا(?:[\\x20\\u200C]?شب)?"
                    + "|the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|last night");
    private static final Pattern WEEKDAY = word("(?:(?<before>last|next) )?(?<day>" + Weekdays.PATTERN + ")(?:" + EZAFE
            + " (?:(?:هفته" + EZAFE + " )?(?:(?<ago>گذشته|پیش|قبل)(?! از)|(?<tocome>اینده|بعد|اتی)(?! از))))?");
    /** In a sentence about what is to come a day of the week may be one before or behind its publication. */
    private static final Pattern TO_COME =
            word("(?:ن?خواهم|ن?خواهد|ن?خواهیم|ن?خواهند|قرار است|will|would|shall|is to|are to|scheduled)");

    private static final Pattern EVERY = Pattern.compile(
            "(?<!\\p{L})(?:هر|روزهای|نماز|every|each|black|good|this|between|until|از|تا|این)" + GAP + "$");
    private static final int LONGEST_LEAD = 12;
    /** A date this near, in UTF-16 units, is the day's own. */
    private static final int BESIDE = 8;

    private final DateFinder dates = new DateFinder();

    /**
     * A day that a text names.
     *
     * @param start in the text, UTF-16 units
     */
    public record Mention(LocalDate day, int start, int end) {}

    private static Pattern word(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}\\u200C])(?:" + words.replace(" ", GAP) + ")(?!\\u200C?\\p{L})");
    }

    /** In order of their place. */
    public List<Mention> find(String text, LocalDate published) {
        String folded = Folding.foldInPlace(text);
        var found = new TreeMap<Integer, Mention>();
        for (Matcher matcher = DISTANCE.matcher(folded); matcher.find(); ) {
            String words = matcher.group().replaceAll(GAP, " ");
            Integer distance = DISTANCES.get(
                    words.charAt(0) <= 'z' ? words : Folding.key(words).replace(" ", ""));
            if (distance != null) {
                found.put(matcher.start(), new Mention(published.plusDays(distance), matcher.start(), matcher.end()));
            }
        }
        List<DateMention> dated = dates.find(text);
        for (Matcher matcher = WEEKDAY.matcher(folded); matcher.find(); ) {
            LocalDate day = isOneDay(matcher, folded, dated) ? weekday(matcher, folded, published) : null;
            if (day != null) {
                found.put(matcher.start(), new Mention(day, matcher.start(), matcher.end()));
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean isOneDay(Matcher matcher, String folded, List<DateMention> dated) {
        String lead = folded.substring(Math.max(0, matcher.start() - LONGEST_LEAD), matcher.start());
        return !EVERY.matcher(lead).find()
                && dated.stream()
                        .noneMatch(
                                date -> date.start() - matcher.end() < BESIDE && matcher.start() - date.end() < BESIDE);
    }

    private static @Nullable LocalDate weekday(Matcher matcher, String folded, LocalDate published) {
        DayOfWeek day = Weekdays.of(matcher.group("day"));
        if (day == null) {
            return null;
        }
        boolean ofAWeek = matcher.group().contains("هفته");
        LocalDate saturday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        String before = matcher.group("before");
        if ("last".equals(before) || matcher.group("ago") != null) {
            return ofAWeek
                    ? saturday.minusWeeks(1).with(TemporalAdjusters.nextOrSame(day))
                    : published.with(TemporalAdjusters.previous(day));
        }
        if ("next".equals(before)) {
            // the coming one to some, the one of next week to others
            return null;
        }
        if (matcher.group("tocome") != null) {
            return ofAWeek
                    ? saturday.plusWeeks(1).with(TemporalAdjusters.nextOrSame(day))
                    : published.with(TemporalAdjusters.next(day));
        }
        return TO_COME.matcher(folded).find() ? null : published.with(TemporalAdjusters.previousOrSame(day));
    }
}
