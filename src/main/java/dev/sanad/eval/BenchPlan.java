package dev.sanad.eval;

import java.util.List;

/**
 * What is to be measured.
 *
 * @param passages how many at least; the last article is whole
 * @param queries the questions to ask; empty: made of the corpus
 * @param questions how many are timed
 * @param threads that index; searching has one
 * @param vectors the dimension of synthetic vectors that each passage gets; 0 for none
 */
public record BenchPlan(
        BenchCorpus corpus, int passages, List<String> queries, int questions, long seed, int threads, int vectors) {
    public BenchPlan {
        queries = List.copyOf(queries);
    }
}
