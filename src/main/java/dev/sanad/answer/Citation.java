package dev.sanad.answer;

import dev.sanad.article.ArticleHead;

/**
 * A quotation and where it stands.
 *
 * @param number from 1, in order of first mention in the answer
 * @param quote the article's text from {@code start} to {@code end} (UTF-16 units), character for character
 */
public record Citation(int number, ArticleHead article, String quote, int start, int end) {
    public Citation {
        if (number < 1 || end - start != quote.length() || quote.isEmpty()) {
            throw new IllegalArgumentException("citation " + number + " does not span its quotation");
        }
    }
}
