package dev.sanad.answer;

import dev.sanad.article.ArticleHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quotation and where it stands.
 *
 * @param number from 1, in order of first mention in the answer
 * @param quote the article's text from {@code start} to {@code end} (UTF-16 units), character for character
 * @param highlight the part of the quotation that answers, counted from its beginning; null where that cannot be told
 * @param copies other articles that have it word by word, first published first
 */
public record Citation(
        int number,
        ArticleHead article,
        String quote,
        int start,
        int end,
        @Nullable Span highlight,
        List<ArticleHead> copies) {
    public Citation {
        copies = List.copyOf(copies);
        if (highlight != null && highlight.end() > quote.length()) {
            throw new IllegalArgumentException("citation " + number + " highlights more than its quotation");
        }
        if (number < 1 || end - start != quote.length() || quote.isEmpty()) {
            throw new IllegalArgumentException("citation " + number + " does not span its quotation");
        }
    }

    /** A quotation that no other article has. */
    public Citation(int number, ArticleHead article, String quote, int start, int end, @Nullable Span highlight) {
        this(number, article, quote, start, end, highlight, List.of());
    }

    /** A quotation that is a whole. */
    public Citation(int number, ArticleHead article, String quote, int start, int end) {
        this(number, article, quote, start, end, null);
    }
}
