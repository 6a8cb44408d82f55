package dev.sanad.retrieve;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for a passage, or how much each of it weighs. The values of one question's passages are comparable, those of
 * two questions nearly so: all but BM25 and the cosine are shares of the question's words by their weight.
 *
 * @param bm25 over title and body, the title counting twice, divided by the sum of the words' weights
 * @param coverage the share of the words that the passage or its title has
 * @param sentence the same of its best sentence, with what its title and neighbours add
 * @param proximity how near each other words stand that are neighbours in the question
 * @param title the share of the words that the title has
 * @param cosine of the passage's and the question's vectors; 0 without a model
 */
public record Features(double bm25, double coverage, double sentence, double proximity, double title, double cosine) {
    /** Reads each by its name. */
    public static Features named(ToDoubleFunction<String> value) {
        return new Features(
                value.applyAsDouble("bm25"),
                value.applyAsDouble("coverage"),
                value.applyAsDouble("sentence"),
                value.applyAsDouble("proximity"),
                value.applyAsDouble("title"),
                value.applyAsDouble("cosine"));
    }

    /** The names, in the order of {@link #values}. */
    public static List<String> names() {
        return List.of("bm25", "coverage", "sentence", "proximity", "title", "cosine");
    }

    public double[] values() {
        return new double[] {bm25, coverage, sentence, proximity, title, cosine};
    }

    Features withCosine(double nearness) {
        return new Features(bm25, coverage, sentence, proximity, title, nearness);
    }

    /** The sum of each value times its weight. */
    public double weighed(Features weights) {
        return bm25 * weights.bm25
                + coverage * weights.coverage
                + sentence * weights.sentence
                + proximity * weights.proximity
                + title * weights.title
                + cosine * weights.cosine;
    }
}
