package dev.sanad.answer;

import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlan.Expects;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Folding;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a sentence holds what a question asks for: a number, of money where it asks for money, or a date. */
final class ExpectedAnswer {
    private static final double IN_PART = 0.5;
    /** An amount in a sentence that does not say what it is for. */
    private static final double SOME_MONEY = 0.8;

    private static final Set<String> MONEY = Set.of("toman", "rial", "dollar", "euro", "pound");
    private static final Set<String> PRICES = Arrays.stream(
                    "قیمت بها بهای نرخ هزینه وام cost costs price worth pay paid salary loan fee".split(" "))
            .map(Folding::key)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern NEXT_WORD = Pattern.compile("[\\s\\u00A0\\u200C-]{0,2}([\\p{L}\\p{M}\\u200C]+)");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\u200C]+");
    private final Expects expects;
    private final boolean money;
    /** Each word of the question as it is written and as the index has it. */
    private final Set<String> asked = new HashSet<>();

    private final NumberFinder numbers = new NumberFinder();
    private final DateFinder dates = new DateFinder();

    ExpectedAnswer(QueryPlan plan) {
        this.expects = plan.expects();
        for (QueryWord word : plan.words()) {
            asked.add(Folding.key(word.surface()));
            asked.addAll(word.light());
        }
        this.money = plan.words().stream()
                .map(word -> word.surface().toLowerCase(Locale.ROOT))
                .anyMatch(word -> PRICES.contains(Folding.key(word)) || isMoney(word));
    }

    private static boolean isMoney(String word) {
        String unit = Units.of(word);
        return unit != null && MONEY.contains(unit);
    }

    /** 0 to 1; 0 for a question that asks for neither a number nor a date. */
    double in(String text) {
        return switch (expects) {
            case NUMBER ->
                numbers.find(text).stream()
                        .mapToDouble(number -> number(number, text))
                        .max()
                        .orElse(0);
            case DATE ->
                dates.find(text).stream()
                        .mapToDouble(ExpectedAnswer::date)
                        .max()
                        .orElse(0);
            case ANYTHING -> 0;
        };
    }

    /** A number that the question itself names is no answer; one that counts what it asks for is the best. */
    private double number(Quantity number, String text) {
        if (asked.contains(Folding.key(text.substring(number.start(), number.end())))) {
            return 0;
        }
        String unit = Units.beside(text, number.start(), number.end());
        if (money) {
            return unit == null || !MONEY.contains(unit) ? 0 : speaksOfAPrice(text) ? 1 : SOME_MONEY;
        }
        Matcher next = NEXT_WORD.matcher(text).region(number.end(), text.length());
        return next.lookingAt() && asked.contains(Folding.key(next.group(1))) ? 1 : IN_PART;
    }

    private static boolean speaksOfAPrice(String text) {
        return WORDS.matcher(text).results().anyMatch(word -> PRICES.contains(Folding.key(word.group())));
    }

    private static double date(DateMention date) {
        return date.day() > 0 ? 1 : IN_PART;
    }
}
