package dev.sanad.ingest;

import dev.sanad.article.Article;
import java.io.IOException;
import java.util.ArrayList;

/** Reads articles from files of one format. Stateless: one reader may read many files at once. */
public interface ArticleReader {
    /**
     * Hands over what the file holds as it goes. A bad file, or a bad part of one, is refused by itself, never thrown.
     *
     * @throws IOException if the bytes cannot be had now; what was handed over before it is not the whole file
     */
    void read(SourceFile file, ArticleSink sink) throws IOException;

    /** The same, gathered. */
    default ReadResult read(SourceFile file) throws IOException {
        var articles = new ArrayList<Article>();
        var refusals = new ArrayList<Refusal>();
        var warnings = new ArrayList<Warning>();
        read(file, new ArticleSink() {
            @Override
            public void article(Article article) {
                articles.add(article);
            }

            @Override
            public void refused(Refusal refusal) {
                refusals.add(refusal);
            }

            @Override
            public void warned(Warning warning) {
                warnings.add(warning);
            }
        });
        return new ReadResult(articles, refusals, warnings);
    }
}
