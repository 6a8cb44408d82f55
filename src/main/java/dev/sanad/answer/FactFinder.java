package dev.sanad.answer;

import dev.sanad.answer.ExpectedAnswer.Found;
import dev.sanad.answer.PassageMatches.MatchedWord;
import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import dev.sanad.article.Published;
import dev.sanad.index.Analysis;
import dev.sanad.index.Form;
import dev.sanad.text.DateFinder;
import dev.sanad.text.Folding;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what sentences answer with, and what passages tell. For one question: passages are remembered. */
final class FactFinder {
    private static final Pattern NEXT_WORD = Pattern.compile("[\\s\\u00A0\\u200C-]{0,2}([\\p{L}\\p{M}]+)");
    private static final Pattern ROUGHLY =
            Pattern.compile("(?<![\\p{L}\\p{M}])(?:حدود|حدودا|نزدیک[\\s\\u200C]به|نزدیک|تقریبا|بیش از|بیشتر از"
                    + "|کمتر از|دست[\\s\\u200C]?کم|حداقل|قریب به|بالغ بر|about|around|nearly|almost|over|more than|less than|at least"
                    + "|some|roughly|up to)[\\s\\u200C]{1,2}$");
    private static final int LONGEST_ROUGHLY = 12;
    private final Analysis analysis;
    private final Map<PassageId, Facts> known = new HashMap<>();
    private final NumberFinder numbers = new NumberFinder();
    private final DateFinder dates = new DateFinder();

    FactFinder(Analysis analysis) {
        this.analysis = analysis;
    }

    /** What a passage and its title tell. */
    Facts in(Passage passage) {
        return known.computeIfAbsent(passage.id(), id -> {
            String text = passage.head().title() + "\n" + passage.text();
            return facts(text, passage, stems(text));
        });
    }

    /** What a passage's title alone tells. */
    Facts inTitle(Passage passage) {
        String title = passage.head().title();
        return facts(title, passage, stems(title));
    }

    private Set<String> stems(String text) {
        return analysis.words(text).stream().map(term -> stem(term.text())).collect(Collectors.toSet());
    }

    private Facts facts(String text, Passage passage, Set<String> words) {
        return new Facts(
                numbers.find(text).stream().map(Quantity::value).toList(),
                dates(text, passage.head().published()),
                words);
    }

    private List<QuotedDate> dates(String text, @Nullable Published published) {
        return dates.find(text).stream()
                .map(mention -> new QuotedDate(mention, published == null ? null : published.day(ZoneOffset.UTC)))
                .toList();
    }

    private static String stem(String word) {
        return Analysis.form(Form.LIGHT, word);
    }

    /** Null where the sentence is not known to answer with a number, a date or a name. */
    @Nullable Stated stated(int index, Candidate candidate) {
        Found found = candidate.found();
        if (found == null) {
            return null;
        }
        String text = candidate.text();
        Passage passage = candidate.passage();
        Facts said = facts(text, passage, Set.of());
        return switch (found.kind()) {
            case NUMBER -> {
                Quantity number = numbers.find(text).stream()
                        .filter(one -> one.start() == found.span().start())
                        .findFirst()
                        .orElseThrow();
                var count = new Fact.Count(number.value(), counted(text, number), roughly(text, number));
                yield new Stated(index, candidate, shown(text, number, found.span()), count, said.dates(), said);
            }
            case DATE -> {
                QuotedDate date = said.dates().stream()
                        .filter(one -> one.mention().start() == found.span().start())
                        .findFirst()
                        .orElseThrow();
                yield new Stated(index, candidate, found.span().of(text), new Fact.Day(date), said.dates(), said);
            }
            case PERSON, PLACE -> {
                Fact.Name name = name(found, candidate.words());
                yield name == null
                        ? null
                        : new Stated(index, candidate, found.span().of(text), name, said.dates(), in(passage));
            }
            case REASON -> null;
        };
    }

    /** A name that stands beside a word of the question; null for another, and for what a number follows. */
    private static Fact.@Nullable Name name(Found found, List<MatchedWord> words) {
        Set<String> name = new HashSet<>();
        Set<String> beside = new HashSet<>();
        MatchedWord before = null;
        MatchedWord after = null;
        for (MatchedWord word : words) {
            if (word.end() <= found.span().start()) {
                before = word;
            } else if (word.start() < found.span().end()) {
                name.add(stem(word.text()));
            } else if (after == null) {
                after = word;
            }
        }
        if (before != null && before.asked()) {
            beside.add("behind " + stem(before.text()));
        }
        if (after != null && after.asked()) {
            beside.add("before " + stem(after.text()));
        }
        boolean followed = after != null && Character.isDigit(after.text().charAt(0));
        return beside.isEmpty() || followed || (!found.surely() && found.value() < 1)
                ? null
                : new Fact.Name(found.kind(), name, beside);
    }

    /** The number with what it counts. */
    private static String shown(String text, Quantity number, Span span) {
        Matcher next = NEXT_WORD.matcher(text).region(number.end(), text.length());
        return text.substring(span.start(), next.lookingAt() ? Math.max(span.end(), next.end()) : span.end());
    }

    private static String counted(String text, Quantity number) {
        if (Units.isOfATime(text, number.start(), number.end())) {
            return "";
        }
        String unit = Units.beside(text, number.start(), number.end());
        if (unit != null) {
            return unit;
        }
        Matcher next = NEXT_WORD.matcher(text).region(number.end(), text.length());
        String key = next.lookingAt() ? Folding.key(next.group(1)) : "";
        // a mark that stands alone, such as a hamza, folds to nothing
        return key.isEmpty() ? "" : stem(key);
    }

    private static boolean roughly(String text, Quantity number) {
        String before = text.substring(Math.max(0, number.start() - LONGEST_ROUGHLY), number.start());
        return ROUGHLY.matcher(Folding.foldInPlace(before)).find();
    }
}
