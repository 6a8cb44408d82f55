package dev.sanad.answer;

import dev.sanad.retrieve.FittedWeights;

/** The probability that an archive answers a question: a logistic model, one with a vector of the question and one without. */
final class Confidence {
    private final FittedWeights weights = FittedWeights.of(Confidence.class, "confidence.properties");
    private final Model lexical = model(false);
    private final Model hybrid = model(true);

    private record Model(double bias, ConfidenceFeatures weights) {}

    private Model model(boolean withVector) {
        var values = weights.model(withVector);
        return new Model(values.applyAsDouble("bias"), ConfidenceFeatures.named(values));
    }

    /** @return above 0, below 1 */
    double of(ConfidenceFeatures features) {
        Model model = features.cosine() == 0 ? lexical : hybrid;
        return 1 / (1 + Math.exp(-model.bias - features.weighed(model.weights)));
    }
}
