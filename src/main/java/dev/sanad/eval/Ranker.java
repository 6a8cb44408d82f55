package dev.sanad.eval;

/** Ranks a corpus's articles for a question. Safe for many threads. */
public interface Ranker {
    /** @param depth how many articles at most */
    Ranking rank(String question, int depth);
}
