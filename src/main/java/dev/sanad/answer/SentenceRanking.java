package dev.sanad.answer;

import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.retrieve.FittedWeights;
import java.util.List;

/** How likely each of some sentences is the one that answers: a linear model of logarithms of odds. */
final class SentenceRanking {
    private final SentenceFeatures lexical;
    private final SentenceFeatures hybrid;

    SentenceRanking() {
        FittedWeights weights = FittedWeights.of(SentenceRanking.class, "sentences.properties");
        this.lexical = SentenceFeatures.named(weights.model(false));
        this.hybrid = SentenceFeatures.named(weights.model(true));
    }

    /**
     * Their probabilities, in their order; they sum up to 1, as if one of them were to answer.
     *
     * @param withVector whether the question has a vector
     */
    double[] probabilities(List<Candidate> candidates, boolean withVector) {
        double[] odds = new double[candidates.size()];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = candidates.get(i).features().weighed(withVector ? hybrid : lexical);
            best = Math.max(best, odds[i]);
        }
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            odds[i] = Math.exp(odds[i] - best);
            sum += odds[i];
        }
        for (int i = 0; i < odds.length; i++) {
            odds[i] /= sum;
        }
        return odds;
    }
}
