package dev.sanad.retrieve;

import dev.sanad.index.Analysis;
import dev.sanad.text.Folding;
import dev.sanad.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans what a question looks for, with the chains of the index. The question's text never becomes query syntax. */
public final class QueryPlanner {
    /** Words of a question beyond this one are not searched; each part of a compound counts. */
    public static final int MOST_WORDS = 64;

    /** Nor is what comes after so many UTF-16 units of its text. */
    public static final int MOST_CHARACTERS = 4_000;

    private static final Set<String> QUESTION_WORDS = words("""
            چه چی چیست چیه چیزی کیست کیه کی که کسی کسانی کجا کجاست کجای چند چندم چندمین چقدر چهقدر چگونه چطور چرا آیا کدام
            کدامیک کدامند هست هستند است بود بودند شد میشود دارد دارند کرد کردند نام زمانی درباره مورد
            آمد آمده آمدند میآید اومد اومده افتاد افتاده میافتد داد داده میدهد میده شده شدند میشوند میشه بشه میکند میکنند میکنه
            کرده داشت داشته داشتند داره دارن بوده باشد میباشد چنده چندتا چطوره کجان رو happen happened happens
            what who whom whose where when why how which many much do does did can could please tell me about
            """);
    private static final Set<String> MEASURES = words("long far often");
    private static final Pattern HOW = Pattern.compile("(?i)(?<!\\p{L})how\\s{1,9}$");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)[\\s\\p{P}]*+$");
    /** They are no part of a question that they open. */
    private static final Set<String> GREETINGS =
            words("سلام درود علیکم وقت‌بخیر روزبخیر شب‌بخیر hello hi hey salam salaam dear");

    private final QueryWords queryWords;
    private final TimeWindowFinder windows = new TimeWindowFinder();

    public QueryPlanner(Analysis analysis) {
        this.queryWords = new QueryWords(analysis);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+")).map(Folding::key).collect(Collectors.toUnmodifiableSet());
    }

    /** @param today what "yesterday" is measured from */
    public QueryPlan plan(String question, LocalDate today) {
        String text = question.length() > MOST_CHARACTERS ? question.substring(0, MOST_CHARACTERS) : question;
        TimeWindowFinder.Found found = windows.find(text, today);
        List<int[]> windowSpans = found == null ? List.of() : found.spans();
        int[] newest = NewestFinder.find(text);
        var words = new ArrayList<QueryWord>();
        var windowWords = new ArrayList<QueryWord>();
        var dropped = new ArrayList<QueryWord>();
        for (QueryWord word : queryWords.of(text)) {
            if (windowSpans.stream().anyMatch(span -> span[0] < word.end() && word.start() < span[1])) {
                // دیروز and last week name no event; a date may stand in the text too
                if (found != null && found.named()) {
                    windowWords.add(word);
                }
            } else if (isWithin(newest, word)
                    || isQuestionWord(word)
                    || asksHow(text, word)
                    || (words.isEmpty() && isGreeting(word))) {
                dropped.add(word);
            } else {
                words.add(word);
            }
        }
        boolean onlyQuestionWords = words.isEmpty() && found == null && newest == null;
        return new QueryPlan(
                text,
                Language.of(text),
                ExpectsFinder.in(text),
                most(withAsides(text, onlyQuestionWords ? dropped : words)),
                found == null ? null : found.window(),
                most(windowWords),
                newest != null);
    }

    /** What stands in brackets at the end of a question is about what the rest asks of: for a follow-up, what it carries. */
    private static List<QueryWord> withAsides(String text, List<QueryWord> words) {
        Matcher brackets = BRACKETS.matcher(text);
        if (!brackets.find()
                || words.isEmpty()
                || words.getFirst().start() >= brackets.start()
                || words.getLast().end() > brackets.end()) {
            return words;
        }
        return words.stream()
                .map(word -> word.start() > brackets.start() ? word.asAside() : word)
                .toList();
    }

    private static boolean isWithin(int @Nullable [] span, QueryWord word) {
        return span != null && span[0] < word.end() && word.start() < span[1];
    }

    private static List<QueryWord> most(List<QueryWord> words) {
        var kept = new ArrayList<QueryWord>();
        int parts = 0;
        for (QueryWord word : words) {
            parts += Math.max(1, word.exact().size());
            if (parts > MOST_WORDS) {
                return kept;
            }
            kept.add(word);
        }
        return kept;
    }

    private static boolean isGreeting(QueryWord word) {
        return GREETINGS.contains(Folding.key(word.surface()));
    }

    /** How long something takes, no answer calls long. */
    private static boolean asksHow(String text, QueryWord word) {
        return MEASURES.contains(Folding.key(word.surface()))
                && HOW.matcher(text.substring(0, word.start())).find();
    }

    /** As written, or in each of its parts: چه‌کسی. */
    private static boolean isQuestionWord(QueryWord word) {
        return QUESTION_WORDS.contains(Folding.key(word.surface()))
                || (!word.joined().isEmpty() && QUESTION_WORDS.containsAll(word.exact()));
    }
}
