package dev.sanad.answer;

import dev.sanad.answer.PassageMatches.MatchedWord;
import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlan.Expects;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.text.CommonWords;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Folding;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in a sentence what a question asks for: a number, of money where it asks for money, a date, a name, a reason. */
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
    private static final Pattern PLACED = Pattern.compile(
            "(?<![\\p{L}\\p{M}])(?:در|به|از|تا|شهر|کشور|استان|شهرستان|روستای|جزیره|منطقه|ناحیه|خیابان|in|at|to|from|near|of)\\s{1,2}$");
    private static final Pattern REASON = Pattern.compile(
            "(?<![\\p{L}\\p{M}])(?:زیرا|چون|چراکه|چرا که|به (?:دلیل|علت|خاطر|سبب|جهت|واسطه|منظور)\\S*|در (?:پی|نتیجه)|بر اثر|ناشی از|باعث"
                    + "|موجب|تا|جهت|because|due to|owing to|since|in order to|so that|as a result)(?![\\p{L}\\p{M}])");
    private static final int LONGEST_PLACED = 12;
    private static final int LONGEST_NAME = 5;
    private final Set<Expects> expects;
    private final boolean money;
    /** Each word of the question as it is written and as the index has it. */
    private final Set<String> asked = new HashSet<>();

    private final NumberFinder numbers = new NumberFinder();
    private final DateFinder dates = new DateFinder();

    /**
     * What may be the answer.
     *
     * @param span in the sentence
     * @param value 0 to 1: how well it fits what is asked for
     * @param surely whether it is what it is taken for, so that a reader may be shown it: Persian does not mark names, and in
     *     what may be one only half are
     */
    record Found(Expects kind, Span span, double value, boolean surely) {
        Found(Expects kind, Span span, double value) {
            this(kind, span, value, true);
        }
    }

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

    /** @param words those of the sentence */
    List<Found> in(String sentence, List<MatchedWord> words) {
        var found = new ArrayList<Found>();
        for (Expects kind : expects) {
            switch (kind) {
                case NUMBER -> numbers.find(sentence).forEach(number -> found.add(number(number, sentence)));
                case DATE -> dates.find(sentence).forEach(date -> found.add(date(date)));
                case PERSON, PLACE -> names(sentence, words, kind, found);
                case REASON -> reasons(sentence, found);
            }
        }
        return found;
    }

    /** A number that the question itself names is no answer; one that counts what it asks for is the best. */
    private Found number(Quantity number, String text) {
        String unit = Units.beside(text, number.start(), number.end());
        Matcher next = NEXT_WORD.matcher(text).region(number.end(), text.length());
        boolean followed = next.lookingAt();
        int end = followed && unit != null && unit.equals(Units.of(next.group(1))) ? next.end(1) : number.end();
        double value;
        if (asked.contains(Folding.key(text.substring(number.start(), number.end())))) {
            value = 0;
        } else if (money) {
            value = unit == null || !MONEY.contains(unit) ? 0 : speaksOfAPrice(text) ? 1 : SOME_MONEY;
        } else {
            value = followed && asked.contains(Folding.key(next.group(1))) ? 1 : IN_PART;
        }
        return new Found(Expects.NUMBER, new Span(number.start(), end), value);
    }

    private static boolean speaksOfAPrice(String text) {
        return WORDS.matcher(text).results().anyMatch(word -> PRICES.contains(Folding.key(word.group())));
    }

    private static Found date(DateMention date) {
        return new Found(Expects.DATE, new Span(date.start(), date.end()), date.day() > 0 ? 1 : IN_PART);
    }

    /** Runs of words that are rare, or have a capital, and that the question lacks. */
    private static void names(String sentence, List<MatchedWord> words, Expects kind, List<Found> found) {
        int first = 0;
        while (first < words.size()) {
            int end = first;
            while (end < words.size()
                    && end - first < LONGEST_NAME
                    && mayBeAName(words.get(end), end == 0)
                    && (end == first || isBeside(sentence, words.get(end - 1), words.get(end)))) {
                end++;
            }
            if (end > first) {
                int start = words.get(first).start();
                boolean fits = kind == Expects.PERSON
                        ? end - first > 1
                        : PLACED.matcher(Folding.foldInPlace(
                                        sentence.substring(Math.max(0, start - LONGEST_PLACED), start)))
                                .find();
                found.add(new Found(
                        kind,
                        new Span(start, words.get(end - 1).end()),
                        fits ? 1 : IN_PART,
                        isLatin(words.get(first))));
            }
            first = Math.max(end, first + 1);
        }
    }

    private static boolean mayBeAName(MatchedWord word, boolean first) {
        if (word.asked() || !Character.isLetter(word.text().charAt(0))) {
            return false;
        }
        return isLatin(word) ? word.capital() && !first : !CommonWords.contains(Folding.key(word.text()));
    }

    private static boolean isLatin(MatchedWord word) {
        return Character.UnicodeScript.of(word.text().charAt(0)) == Character.UnicodeScript.LATIN;
    }

    private static boolean isBeside(String sentence, MatchedWord one, MatchedWord next) {
        return next.start() <= one.end()
                || sentence.substring(one.end(), next.start()).isBlank();
    }

    private static void reasons(String sentence, List<Found> found) {
        Matcher reason = REASON.matcher(Folding.foldInPlace(sentence));
        while (reason.find()) {
            found.add(new Found(Expects.REASON, new Span(reason.start(), sentence.length()), 1));
        }
    }
}
