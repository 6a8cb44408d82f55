package dev.sanad.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a query.
 *
 * @param articles best first, each once
 * @param first what of the first article was found; null when nothing was, or when it was not kept
 */
public record Ranking(List<Ranked> articles, @Nullable Excerpt first) {
    private static final int EXCERPT = 220;

    public Ranking {
        articles = List.copyOf(articles);
    }

    /** Of what was found: enough to see why. */
    public record Excerpt(String title, String text) {
        /** The text's beginning, cut between characters. */
        static Excerpt of(String title, String text) {
            if (text.length() <= EXCERPT) {
                return new Excerpt(title, text);
            }
            int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
            return new Excerpt(title, text.substring(0, end) + "…");
        }
    }

    List<String> ids() {
        return articles.stream().map(Ranked::article).toList();
    }
}
