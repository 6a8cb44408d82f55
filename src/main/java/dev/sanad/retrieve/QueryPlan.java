package dev.sanad.retrieve;

import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a question looks for.
 *
 * @param question as it was asked
 * @param expects what kinds of words would answer; empty where any may
 * @param words its words that carry meaning, in order; question words and the words of the time window are left out
 * @param window the days that it asks about; null for any time
 * @param windowWords the words that named the window: searched like the others when the window is given up
 * @param newest whether the newest articles are asked for, and not those that answer best
 */
public record QueryPlan(
        String question,
        Language language,
        Set<Expects> expects,
        List<QueryWord> words,
        @Nullable TimeWindow window,
        List<QueryWord> windowWords,
        boolean newest) {
    public QueryPlan {
        expects = Set.copyOf(expects);
        words = List.copyOf(words);
        windowWords = List.copyOf(windowWords);
    }

    /** What kind of words would answer. */
    public enum Expects {
        NUMBER,
        DATE,
        PERSON,
        PLACE,
        REASON
    }

    /** Whether it is answered by the newest articles: they are asked for, or nothing but a time is. */
    public boolean wantsNewest() {
        return newest || (words.isEmpty() && window != null);
    }

    /** The same question, answered by the articles that answer best. */
    QueryPlan best() {
        return new QueryPlan(question, language, expects, words, window, windowWords, false);
    }

    /** The same question asked of all time. */
    public QueryPlan withoutWindow() {
        if (window == null) {
            return this;
        }
        var all = new ArrayList<>(words);
        all.addAll(windowWords);
        all.sort(Comparator.comparingInt(QueryWord::start));
        return new QueryPlan(question, language, expects, all, null, List.of(), newest);
    }
}
