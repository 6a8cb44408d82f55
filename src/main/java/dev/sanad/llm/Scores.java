package dev.sanad.llm;

import java.util.List;

/** Takes a model's scores if they are such as can be compared. */
final class Scores {
    private Scores() {}

    static double[] of(List<Double> scores, int passages) throws LlmException {
        if (scores.size() != passages) {
            throw Failures.malformed("sent " + scores.size() + " scores for " + passages + " passages");
        }
        double[] numbers = scores.stream().mapToDouble(Double::doubleValue).toArray();
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw Failures.malformed("sent a score that is no number");
            }
        }
        return numbers;
    }
}
