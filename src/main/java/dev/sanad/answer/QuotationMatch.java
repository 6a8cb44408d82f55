package dev.sanad.answer;

import dev.sanad.article.ArticleHead;
import java.util.List;

/**
 * A place in an article that a quotation matches.
 *
 * @param quote the article's text from {@code start} to {@code end} (UTF-16 units), from the first word that matches to
 *     the last, character for character
 * @param differences in order; none when it is the same word by word
 */
public record QuotationMatch(ArticleHead article, String quote, int start, int end, List<Difference> differences) {
    public QuotationMatch {
        differences = List.copyOf(differences);
        if (end - start != quote.length() || quote.isEmpty()) {
            throw new IllegalArgumentException("a match in " + article.id() + " does not span its quotation");
        }
    }
}
