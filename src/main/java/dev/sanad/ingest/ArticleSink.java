package dev.sanad.ingest;

import dev.sanad.article.Article;

/** Takes what a reader finds, in the order of the file. */
public interface ArticleSink {
    void article(Article article);

    void refused(Refusal refusal);

    void warned(Warning warning);
}
