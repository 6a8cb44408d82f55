package dev.sanad.telegram.reply;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.index.Segmenter;
import dev.sanad.render.OpenedPassage;
import dev.sanad.store.Answers;
import dev.sanad.store.ArticleStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens passages of articles as they are now. */
final class Passages {
    private final ArticleStore articles;
    private final Segmenter segmenter = new Segmenter();

    Passages(ArticleStore articles) {
        this.articles = articles;
    }

    /** What opening found. */
    sealed interface Opening {
        record Opened(OpenedPassage passage) implements Opening {}

        /** The article is there, without what was quoted from it. */
        record Changed() implements Opening {}

        /** The archive has the article no more. */
        record Gone() implements Opening {}
    }

    /** @param number of the passage, from 1; null: the one that holds the quotation */
    Opening open(Answers.Source source, @Nullable Integer number) {
        Article article = articles.find(new ArticleId(source.article()));
        if (article == null) {
            return new Opening.Gone();
        }
        int start = place(article.text(), source);
        if (start < 0) {
            return new Opening.Changed();
        }
        return opened(article, start, start + source.quote().length(), number, start != source.start());
    }

    /** @param number of the passage, from 1 */
    Opening open(String article, int number) {
        Article found = articles.find(new ArticleId(article));
        return found == null ? new Opening.Gone() : opened(found, 0, 0, number, false);
    }

    /** Where the quotation stands now: where it stood, else nearest to it; -1 where it stands no more. */
    private static int place(String text, Answers.Source source) {
        String quote = source.quote();
        if (text.startsWith(quote, source.start())) {
            return source.start();
        }
        int before = text.lastIndexOf(quote, source.start());
        int after = text.indexOf(quote, source.start());
        if (before < 0 || after < 0) {
            return Math.max(before, after);
        }
        return source.start() - before <= after - source.start() ? before : after;
    }

    private Opening opened(Article article, int from, int to, @Nullable Integer number, boolean moved) {
        List<Passage> passages = segmenter.passages(article);
        if (passages.isEmpty()) {
            return new Opening.Changed();
        }
        int index = number == null ? holding(passages, from, to) : Math.clamp(number, 1, passages.size()) - 1;
        Passage passage = passages.get(index);
        int length = passage.text().length();
        int bold = Math.clamp(from - passage.start(), 0, length);
        int end = Math.clamp(to - passage.start(), bold, length);
        return new Opening.Opened(
                new OpenedPassage(article.head(), passage.text(), bold, end, index + 1, passages.size(), moved));
    }

    /** The passage that holds all of it, else the first that holds its beginning. */
    private static int holding(List<Passage> passages, int from, int to) {
        int begins = 0;
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            int end = passage.start() + passage.text().length();
            if (passage.start() <= from && to <= end) {
                return i;
            }
            if (passage.start() <= from && from < end) {
                begins = i;
            }
        }
        return begins;
    }
}
