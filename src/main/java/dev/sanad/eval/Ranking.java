package dev.sanad.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a query.
 *
 * @param articles best first, each once
 * @param passage what of the first article was found; null when nothing was, or when it was not kept
 */
public record Ranking(List<Ranked> articles, @Nullable String passage) {
    public Ranking {
        articles = List.copyOf(articles);
    }

    List<String> ids() {
        return articles.stream().map(Ranked::article).toList();
    }
}
