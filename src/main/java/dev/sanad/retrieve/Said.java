package dev.sanad.retrieve;

import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.index.WordHashes;
import java.util.HashMap;
import java.util.Map;

/** The sentences of the passages that were found so far, and the article that each was found in. */
final class Said {
    /** Words of a passage that is long enough to be a reprint: shorter ones may be the same by chance. */
    private static final int FEWEST_WORDS = 22;

    /** By a hash of their words. */
    private final Map<Long, ArticleId> sentences = new HashMap<>();

    /** Whether other articles have said every sentence of the passage, word by word; if not, they count as said from now on. */
    boolean before(Passage passage) {
        ArticleId article = passage.id().article();
        boolean fresh = false;
        int words = 0;
        for (Sentence sentence : passage.sentences()) {
            int from = sentence.start() - passage.start();
            var read = new WordHashes(passage.text(), from, from + sentence.end() - sentence.start());
            long hash = 0;
            while (read.next()) {
                hash = WordHashes.mixed(hash * 31 + read.hash());
                words++;
            }
            ArticleId first = sentences.putIfAbsent(hash, article);
            fresh |= first == null || first.equals(article);
        }
        return !fresh && words >= FEWEST_WORDS;
    }
}
