package dev.sanad.retrieve;

import dev.sanad.article.ArticleHead;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import java.util.List;

/**
 * Where a quotation was printed.
 *
 * @param passage of the article that had it first, as far as is known
 * @param sentence the quotation in that article
 * @param copies the other articles that have it word by word, first published first
 */
public record Printed(Passage passage, Sentence sentence, List<ArticleHead> copies) {
    public Printed {
        copies = List.copyOf(copies);
    }
}
