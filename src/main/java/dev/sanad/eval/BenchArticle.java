package dev.sanad.eval;

import dev.sanad.article.Article;
import dev.sanad.article.Passage;
import java.util.List;

/** @param passages as our index would cut it, so that another can be given the very same */
record BenchArticle(Article article, List<Passage> passages) {
    BenchArticle {
        passages = List.copyOf(passages);
    }
}
