package dev.sanad.eval;

import org.jspecify.annotations.Nullable;

/**
 * What became of a query.
 *
 * @param reply null where answers were not asked for
 * @param millis what a reader would wait for: the answer where there is one, else the ranking
 */
public record Outcome(
        Query query, Ranking ranking, @Nullable Reply reply, double millis) {
    /** Of the first gold article, from 1; 0 when none was found. */
    int rank() {
        return Ranks.first(ranking.ids(), query.gold());
    }
}
