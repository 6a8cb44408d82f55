package dev.sanad.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Fits the weights of a ranking: the probability that a query's candidates are ordered with a gold one first is made as large
 * as it gets, with no weight below zero. A set of queries counts by the square root of its size, so that a small one is
 * heard beside a large one.
 */
public final class RankingFit {
    static final int FOLDS = 5;
    private static final double RIDGE = 1e-5;
    private static final int SWEEPS = 400;
    private static final double STILL = 1e-4;
    private final List<List<FitQuery>> sets;
    private final int size;

    /** A query to fit to. Queries of one group are held out together. */
    static final class FitQuery {
        private final int fold;
        private final double[][] features;
        private final boolean[] gold;

        /**
         * @param features of each candidate
         * @param gold which of them are; at least one
         */
        FitQuery(String group, List<List<Double>> features, List<Boolean> gold) {
            this.fold = Math.floorMod(group.hashCode(), FOLDS);
            this.features = features.stream()
                    .map(values ->
                            values.stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new);
            this.gold = new boolean[gold.size()];
            for (int i = 0; i < this.gold.length; i++) {
                this.gold[i] = gold.get(i);
            }
        }

        /** Of the first gold candidate, from 1; equal scores stand in the order they were found in. */
        int rank(double[] weights) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < gold.length; i++) {
                best = gold[i] ? Math.max(best, dot(weights, features[i])) : best;
            }
            int ahead = 0;
            for (int i = 0; i < gold.length; i++) {
                ahead += !gold[i] && dot(weights, features[i]) > best ? 1 : 0;
            }
            return ahead + 1;
        }
    }

    /**
     * Weights, and what a ranking by them is worth on queries that they were not fitted to.
     *
     * @param weights of the features, in their order
     * @param first share of each set's queries whose first candidate is gold, held out by fifths
     * @param reciprocal mean of 1 / rank, likewise
     */
    public record Fit(List<Double> weights, List<Double> first, List<Double> reciprocal) {
        public Fit {
            weights = List.copyOf(weights);
            first = List.copyOf(first);
            reciprocal = List.copyOf(reciprocal);
        }
    }

    RankingFit(List<List<FitQuery>> sets) {
        this.sets = sets;
        this.size = sets.getFirst().getFirst().features[0].length;
    }

    /**
     * @param folders of {@code eval --features}
     * @param fitted not {@link Fitted#CONFIDENCE}, which ranks nothing
     */
    public static RankingFit of(List<Path> folders, Fitted fitted) throws DataException, IOException {
        var sets = new ArrayList<List<FitQuery>>();
        for (Path folder : folders) {
            sets.add(FeatureLines.read(folder, fitted));
        }
        return new RankingFit(sets);
    }

    public Fit fit() {
        double[] first = new double[sets.size()];
        double[] reciprocal = new double[sets.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int heldOut = fold;
            double[] weights = weights(other -> other != heldOut);
            for (int s = 0; s < sets.size(); s++) {
                for (FitQuery query : sets.get(s)) {
                    if (query.fold == fold) {
                        int rank = query.rank(weights);
                        first[s] += rank == 1 ? 1.0 / sets.get(s).size() : 0;
                        reciprocal[s] += 1.0 / rank / sets.get(s).size();
                    }
                }
            }
        }
        double[] all = weights(fold -> true);
        return new Fit(
                Arrays.stream(all).boxed().toList(),
                Arrays.stream(first).boxed().toList(),
                Arrays.stream(reciprocal).boxed().toList());
    }

    /** Coordinate by coordinate, each step by Newton's method and not below zero; the likelihood has one maximum. */
    private double[] weights(IntPredicate fold) {
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double moved = 0;
            for (int j = 0; j < size; j++) {
                double[] slope = slope(weights, j, fold);
                double next = Math.max(0, weights[j] - slope[0] / slope[1]);
                moved = Math.max(moved, Math.abs(next - weights[j]) / (1 + weights[j]));
                weights[j] = next;
            }
            if (moved < STILL) {
                break;
            }
        }
        return weights;
    }

    /** The first derivative of what is made small, and a bound of the second. */
    private double[] slope(double[] weights, int j, IntPredicate fold) {
        double first = 2 * RIDGE * weights[j];
        double second = 2 * RIDGE;
        for (List<FitQuery> set : sets) {
            double share = 1 / Math.sqrt(set.size());
            for (FitQuery query : set) {
                if (fold.test(query.fold)) {
                    double[] moments = moments(query, weights, j);
                    first += share * (moments[0] - moments[2]);
                    second += share * Math.max(0, moments[1] - moments[0] * moments[0]);
                }
            }
        }
        return new double[] {first, second};
    }

    /** Of feature j: mean and mean square over the candidates by their probability, and mean over the gold ones by theirs. */
    private static double[] moments(FitQuery query, double[] weights, int j) {
        double[] scores = new double[query.gold.length];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = dot(weights, query.features[i]);
            best = Math.max(best, scores[i]);
        }
        double all = 0;
        double gold = 0;
        double[] moments = new double[3];
        for (int i = 0; i < scores.length; i++) {
            double odds = Math.exp(scores[i] - best);
            double value = query.features[i][j];
            all += odds;
            moments[0] += odds * value;
            moments[1] += odds * value * value;
            if (query.gold[i]) {
                gold += odds;
                moments[2] += odds * value;
            }
        }
        moments[0] /= all;
        moments[1] /= all;
        // so far behind that its odds vanish: its own pull is that of its plain mean
        moments[2] = gold > 0 ? moments[2] / gold : goldMean(query, j);
        return moments;
    }

    private static double goldMean(FitQuery query, int j) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < query.gold.length; i++) {
            if (query.gold[i]) {
                sum += query.features[i][j];
                count++;
            }
        }
        return sum / count;
    }

    private static double dot(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }
}
