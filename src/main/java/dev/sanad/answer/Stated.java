package dev.sanad.answer;

import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.Published;
import dev.sanad.index.Analysis;
import dev.sanad.index.Form;
import dev.sanad.text.DateFinder;
import dev.sanad.text.Folding;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence answers with: so many of something, or a day.
 *
 * @param index the candidate's place among the others
 * @param words as the sentence has them
 * @param number null for a date
 * @param counted the unit of the number, else the word behind it, stemmed; empty for none
 * @param roughly whether the sentence itself says that the number is about right
 * @param date null for a number
 * @param numbers all that its sentence has
 * @param dates all that its sentence has
 */
record Stated(
        int index,
        Candidate candidate,
        String words,
        @Nullable BigDecimal number,
        String counted,
        boolean roughly,
        @Nullable QuotedDate date,
        List<BigDecimal> numbers,
        List<QuotedDate> dates) {
    private static final Pattern NEXT_WORD = Pattern.compile("[\\s\\u00A0\\u200C-]{0,2}([\\p{L}\\p{M}]+)");
    private static final Pattern ROUGHLY =
            Pattern.compile("(?<![\\p{L}\\p{M}])(?:حدود|حدودا|نزدیک[\\s\\u200C]به|نزدیک|تقریبا|بیش از|بیشتر از"
                    + "|کمتر از|دست[\\s\\u200C]?کم|حداقل|قریب به|بالغ بر|about|around|nearly|almost|over|more than|less than|at least"
                    + "|some|roughly|up to)[\\s\\u200C]{1,2}$");
    private static final int LONGEST_ROUGHLY = 12;
    /** Greater numbers are often told rounded. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(1000);

    private static final BigDecimal ROUGH = new BigDecimal("0.1");
    private static final BigDecimal ROUNDED = new BigDecimal("0.02");

    /** Null where the sentence is not known to answer with a number or a date. */
    static @Nullable Stated of(int index, Candidate candidate, NumberFinder numberFinder, DateFinder dateFinder) {
        Span span = candidate.answer();
        if (span == null) {
            return null;
        }
        String text = candidate.text();
        Published published = candidate.passage().head().published();
        List<QuotedDate> dates = dateFinder.find(text).stream()
                .map(mention -> new QuotedDate(mention, published == null ? null : published.day(ZoneOffset.UTC)))
                .toList();
        List<Quantity> quantities = numberFinder.find(text);
        List<BigDecimal> numbers = quantities.stream().map(Quantity::value).toList();
        String words = text.substring(span.start(), span.end());
        if (candidate.features().date() > 0) {
            return dates.stream()
                    .filter(date -> date.mention().start() == span.start())
                    .findFirst()
                    .map(date -> new Stated(index, candidate, words, null, "", false, date, numbers, dates))
                    .orElse(null);
        }
        if (candidate.features().number() <= 0) {
            return null;
        }
        return quantities.stream()
                .filter(quantity -> quantity.start() == span.start())
                .findFirst()
                .map(quantity -> new Stated(
                        index,
                        candidate,
                        shown(text, quantity, span),
                        quantity.value(),
                        counted(text, quantity),
                        roughly(text, quantity),
                        null,
                        numbers,
                        dates))
                .orElse(null);
    }

    /** The number with what it counts. */
    private static String shown(String text, Quantity number, Span span) {
        Matcher next = NEXT_WORD.matcher(text).region(number.end(), text.length());
        return text.substring(span.start(), next.lookingAt() ? Math.max(span.end(), next.end()) : span.end());
    }

    private static String counted(String text, Quantity number) {
        String unit = Units.beside(text, number.start(), number.end());
        if (unit != null) {
            return unit;
        }
        Matcher next = NEXT_WORD.matcher(text).region(number.end(), text.length());
        String key = next.lookingAt() ? Folding.key(next.group(1)) : "";
        // a mark that stands alone, such as a hamza, folds to nothing
        return key.isEmpty() ? "" : Analysis.form(Form.LIGHT, key);
    }

    private static boolean roughly(String text, Quantity number) {
        String before = text.substring(Math.max(0, number.start() - LONGEST_ROUGHLY), number.start());
        return ROUGHLY.matcher(Folding.foldInPlace(before)).find();
    }

    /** Whether both count the same, or both name a day, and cannot both be right. */
    boolean contradicts(Stated other) {
        if (date != null && other.date != null) {
            return !date.supports(other.date.mention()) && !other.date.supports(date.mention());
        }
        return number != null
                && other.number != null
                && countsTheSame(other)
                && !isNear(number, other.number, roughly || other.roughly);
    }

    boolean countsTheSame(Stated other) {
        return !counted.isEmpty() && counted.equals(other.counted);
    }

    private static boolean isNear(BigDecimal one, BigDecimal other, boolean roughly) {
        BigDecimal greater = one.abs().max(other.abs());
        BigDecimal slack = roughly ? ROUGH : greater.compareTo(LARGE) >= 0 ? ROUNDED : BigDecimal.ZERO;
        return one.subtract(other).abs().compareTo(greater.multiply(slack)) <= 0;
    }

    /** Whether the sentence also has what the other answers with. */
    boolean alsoHas(Stated other) {
        return other.number != null
                ? numbers.stream().anyMatch(one -> one.compareTo(other.number) == 0)
                : other.date != null && dates.stream().anyMatch(date -> date.supports(other.date.mention()));
    }

    /** Whether each year that one sentence names stands in the other too: figures of two years may both be right. */
    boolean isOfTheSameTime(Stated other) {
        return number == null || (isWithin(dates, other.dates) && isWithin(other.dates, dates));
    }

    private static boolean isWithin(List<QuotedDate> dates, List<QuotedDate> others) {
        return dates.stream()
                .filter(date -> date.mention().year() != null)
                .allMatch(date -> others.stream()
                        .anyMatch(other -> other.supports(date.mention()) || date.supports(other.mention())));
    }

    /** ISO-8601; empty for an article without a date. */
    String published() {
        Published published = candidate.passage().head().published();
        return published == null ? "" : published.toString();
    }
}
