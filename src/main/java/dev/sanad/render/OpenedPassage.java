package dev.sanad.render;

import dev.sanad.article.ArticleHead;

/**
 * A passage of an article as a reader opens it.
 *
 * @param from where in {@code text} the quotation begins, UTF-16 units
 * @param to where it ends; {@code from} where nothing of the passage was quoted
 * @param number of the passage in the article, from 1
 * @param moved the article has changed since it was quoted
 */
public record OpenedPassage(ArticleHead article, String text, int from, int to, int number, int count, boolean moved) {
    public OpenedPassage {
        if (from < 0 || to < from || to > text.length() || number < 1 || number > count) {
            throw new IllegalArgumentException("passage " + number + " of " + count + " does not hold its quotation");
        }
    }

    public boolean quotes() {
        return to > from;
    }

    /** What was quoted, or how the passage begins. */
    public String quote() {
        return quotes() ? text.substring(from, to) : text;
    }
}
