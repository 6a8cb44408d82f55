package dev.sanad.answer;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for an archive answering a question, or how much each of it weighs; 0 to 1.
 *
 * @param context the share of the question's words, by their weight, that the best sentence has; less of a word counts that
 *     only what stands around it has, and as much of one that the archive has only in the other script
 * @param proximity how near each other the best passage has words that are neighbours in the question
 * @param cosine of the best passage's and the question's vectors; 0 without a model
 */
public record ConfidenceFeatures(double context, double proximity, double cosine) {
    static final ConfidenceFeatures NONE = new ConfidenceFeatures(0, 0, 0);

    static ConfidenceFeatures named(ToDoubleFunction<String> value) {
        return new ConfidenceFeatures(
                value.applyAsDouble("context"), value.applyAsDouble("proximity"), value.applyAsDouble("cosine"));
    }

    /** The names, in the order of {@link #values}. */
    public static List<String> names() {
        return List.of("context", "proximity", "cosine");
    }

    public double[] values() {
        return new double[] {context, proximity, cosine};
    }

    /** The sum of each value times its weight. */
    double weighed(ConfidenceFeatures weights) {
        return context * weights.context + proximity * weights.proximity + cosine * weights.cosine;
    }
}
