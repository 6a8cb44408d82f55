package dev.sanad.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fits a logistic model that tells questions that an archive answers from those that it does not, with no weight below zero but
 * the bias. A set of questions counts by the square root of its size, and what is answered as much as what is not.
 */
public final class ConfidenceFit {
    private static final int FOLDS = 5;
    private static final double RIDGE = 1e-4;
    private static final int SWEEPS = 500;
    private static final double STILL = 1e-5;
    /** The second derivative of the logistic loss may be taken for more than it is, times the square of a value, but not for less. */
    private static final double LEAST_CURVATURE = 0.02;

    private final List<List<FitQuestion>> sets;
    private final int size;
    /** Of each feature. Held against it, a feature and the bias move one another little, which makes fitting quick. */
    private final double[] means;

    /** A question to fit to. Questions of one group are held out together. */
    record FitQuestion(int fold, boolean answered, List<Double> features) {
        FitQuestion {
            features = List.copyOf(features);
        }

        FitQuestion(String group, boolean answered, List<Double> features) {
            this(Math.floorMod(group.hashCode(), FOLDS), answered, features);
        }
    }

    /**
     * @param weights of the features, in their order
     * @param answered of each set, the mean confidence in questions that are answered; held out by fifths; NaN for none
     * @param unanswered in those that are not, likewise
     */
    public record Fit(double bias, List<Double> weights, List<Double> answered, List<Double> unanswered) {
        public Fit {
            weights = List.copyOf(weights);
            answered = List.copyOf(answered);
            unanswered = List.copyOf(unanswered);
        }
    }

    ConfidenceFit(List<List<FitQuestion>> sets) {
        this.sets = sets;
        this.size = sets.getFirst().getFirst().features().size();
        this.means = new double[size];
        List<FitQuestion> all = sets.stream().flatMap(List::stream).toList();
        for (FitQuestion question : all) {
            for (int j = 0; j < size; j++) {
                means[j] += question.features().get(j) / all.size();
            }
        }
    }

    /** @param folders of {@code eval --features} */
    public static ConfidenceFit of(List<Path> folders) throws DataException, IOException {
        var sets = new ArrayList<List<FitQuestion>>();
        for (Path folder : folders) {
            sets.add(FeatureLines.readConfidence(folder));
        }
        return new ConfidenceFit(sets);
    }

    public Fit fit() {
        double[][] sums = new double[sets.size()][2];
        int[][] counts = new int[sets.size()][2];
        for (int fold = 0; fold < FOLDS; fold++) {
            int heldOut = fold;
            double[] weights = weights(other -> other != heldOut);
            for (int s = 0; s < sets.size(); s++) {
                for (FitQuestion question : sets.get(s)) {
                    if (question.fold() == fold) {
                        int side = question.answered() ? 1 : 0;
                        sums[s][side] += probability(weights, question);
                        counts[s][side]++;
                    }
                }
            }
        }
        double[] all = weights(fold -> true);
        double bias = all[size];
        for (int j = 0; j < size; j++) {
            bias -= all[j] * means[j];
        }
        return new Fit(
                bias, Arrays.stream(all).limit(size).boxed().toList(), means(sums, counts, 1), means(sums, counts, 0));
    }

    private static List<Double> means(double[][] sums, int[][] counts, int side) {
        return IntStream.range(0, sums.length)
                .mapToObj(s -> sums[s][side] / counts[s][side])
                .toList();
    }

    /** Coordinate by coordinate, the bias last; each step by Newton's method. */
    private double[] weights(IntPredicate fold) {
        double[] weights = new double[size + 1];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double moved = 0;
            for (int j = 0; j <= size; j++) {
                double step = step(weights, j, fold);
                double next = j == size ? weights[j] + step : Math.max(0, weights[j] + step);
                moved = Math.max(moved, Math.abs(next - weights[j]) / (1 + Math.abs(weights[j])));
                weights[j] = next;
            }
            if (moved < STILL) {
                break;
            }
        }
        return weights;
    }

    private double step(double[] weights, int j, IntPredicate fold) {
        double slope = j == size ? 0 : -RIDGE * weights[j];
        double curvature = RIDGE;
        for (List<FitQuestion> set : sets) {
            double share = 1 / Math.sqrt(set.size());
            for (FitQuestion question : set) {
                if (fold.test(question.fold())) {
                    double value = value(question, j);
                    double probability = probability(weights, question);
                    slope += share * ((question.answered() ? 1 : 0) - probability) * value;
                    double bend = Math.max(LEAST_CURVATURE, probability * (1 - probability));
                    curvature += share * bend * value * value;
                }
            }
        }
        return slope / curvature;
    }

    /** One past the last is what the bias weighs. */
    private double value(FitQuestion question, int feature) {
        return feature == size ? 1 : question.features().get(feature) - means[feature];
    }

    private double probability(double[] weights, FitQuestion question) {
        double sum = weights[size];
        for (int j = 0; j < size; j++) {
            sum += weights[j] * value(question, j);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
