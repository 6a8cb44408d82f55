package dev.sanad.ingest;

import dev.sanad.article.Article;
import java.util.List;

/** All that one file held, in its order. A file that is no article at all is one refusal under its own path. */
public record ReadResult(List<Article> articles, List<Refusal> refusals, List<Warning> warnings) {
    public ReadResult {
        articles = List.copyOf(articles);
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }
}
