package dev.sanad.retrieve;

import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.index.WordHashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sentences of the passages that were found so far, and the article that each was found in. */
final class Said {
    /** Words of a passage that is long enough to be a reprint: shorter ones may be the same by chance. */
    private static final int FEWEST_WORDS = 22;

    /** Words with which few sentences begin alike. */
    private static final int OPENING = 4;

    /** Hashes of how the sentences begin: most passages show by these alone that they say something new. */
    private final Set<Long> openings = new HashSet<>();
    /** By a hash of their words; those of {@link #unread} are still missing. */
    private final Map<Long, ArticleId> sentences = new HashMap<>();

    private final List<Passage> unread = new ArrayList<>();

    /** Whether other articles have said every sentence of the passage, word by word; if not, they count as said from now on. */
    boolean before(Passage passage) {
        boolean fresh = false;
        for (Sentence sentence : passage.sentences()) {
            fresh |= openings.add(hash(passage, sentence, OPENING).value());
        }
        if (fresh) {
            unread.add(passage);
            return false;
        }
        unread.forEach(this::saysNothingNew);
        unread.clear();
        return saysNothingNew(passage);
    }

    private boolean saysNothingNew(Passage passage) {
        ArticleId article = passage.id().article();
        boolean fresh = false;
        int words = 0;
        for (Sentence sentence : passage.sentences()) {
            Hash hash = hash(passage, sentence, Integer.MAX_VALUE);
            words += hash.words();
            ArticleId first = sentences.putIfAbsent(hash.value(), article);
            fresh |= first == null || first.equals(article);
        }
        return !fresh && words >= FEWEST_WORDS;
    }

    private record Hash(long value, int words) {}

    private static Hash hash(Passage passage, Sentence sentence, int most) {
        int from = sentence.start() - passage.start();
        var read = new WordHashes(passage.text(), from, from + sentence.end() - sentence.start());
        long hash = 0;
        int words = 0;
        while (words < most && read.next()) {
            hash = WordHashes.mixed(hash * 31 + read.hash());
            words++;
        }
        return new Hash(hash, words);
    }
}
