package dev.sanad.retrieve;

/**
 * Weighs what speaks for a passage: a linear model whose scores are logarithms of odds, one for questions that have a vector
 * and one for those that have none.
 */
public final class Ranking {
    private final Features lexical;
    private final Features hybrid;

    /** @param hybrid the weights for a question with a vector */
    public Ranking(Features lexical, Features hybrid) {
        this.lexical = lexical;
        this.hybrid = hybrid;
    }

    /** The weights that Sanad comes with; the file says how they were fitted. */
    public static Ranking fitted() {
        FittedWeights weights = FittedWeights.of(Ranking.class, "ranking.properties");
        return new Ranking(Features.named(weights.model(false)), Features.named(weights.model(true)));
    }

    /** By the vectors alone, to be measured against; a question without one is ranked as it is fitted. */
    public static Ranking byMeaningAlone() {
        return new Ranking(fitted().lexical, new Features(0, 0, 0, 0, 0, 1));
    }

    double score(Features features, boolean withVector) {
        return features.weighed(withVector ? hybrid : lexical);
    }
}
