package dev.sanad.retrieve;

import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.index.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sentences of the passages that were found so far, and the article that each was found in. */
final class Said {
    /** Words of a passage that is long enough to be a reprint: shorter ones may be the same by chance. */
    private static final int FEWEST_WORDS = 22;

    private final Map<String, ArticleId> sentences = new HashMap<>();

    /** Whether other articles have said every sentence of the passage, word by word; if not, they count as said from now on. */
    boolean before(Passage passage) {
        List<String> texts = passage.sentences().stream()
                .map(sentence -> Signature.words(passage.textOf(sentence)))
                .toList();
        if (texts.stream().mapToLong(Said::words).sum() < FEWEST_WORDS) {
            return false;
        }
        ArticleId article = passage.id().article();
        boolean fresh = false;
        for (String text : texts) {
            ArticleId first = sentences.putIfAbsent(text, article);
            fresh |= first == null || first.equals(article);
        }
        return !fresh;
    }

    private static long words(String text) {
        return text.isEmpty() ? 0 : 1 + text.chars().filter(c -> c == ' ').count();
    }
}
