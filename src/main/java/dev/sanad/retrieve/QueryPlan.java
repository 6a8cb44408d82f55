package dev.sanad.retrieve;

import dev.sanad.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question looks for.
 *
 * @param question as it was asked
 * @param words its words that carry meaning, in order; question words and the words of the time window are left out
 * @param window the days that it asks about; null for any time
 * @param windowWords the words that named the window: searched like the others when the window is given up
 */
public record QueryPlan(
        String question,
        Language language,
        Expects expects,
        List<QueryWord> words,
        @Nullable TimeWindow window,
        List<QueryWord> windowWords) {
    public QueryPlan {
        words = List.copyOf(words);
        windowWords = List.copyOf(windowWords);
    }

    /** What kind of words would answer. */
    public enum Expects {
        NUMBER,
        DATE,
        ANYTHING
    }

    /** The same question asked of all time. */
    public QueryPlan withoutWindow() {
        if (window == null) {
            return this;
        }
        var all = new java.util.ArrayList<>(words);
        all.addAll(windowWords);
        return new QueryPlan(question, language, expects, all, null, List.of());
    }
}
