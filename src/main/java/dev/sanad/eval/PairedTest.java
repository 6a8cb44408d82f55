package dev.sanad.eval;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.TTest;
import org.jspecify.annotations.Nullable;

/**
 * Whether two systems differ in a measure that was taken of both on the same queries.
 *
 * @param difference mean of the second less mean of the first
 * @param better queries where the second is better
 * @param worse queries where it is worse
 * @param pairedT two-sided p of Student's paired t-test; null for fewer than two queries
 * @param randomisation two-sided p of Fisher's randomisation test by {@value #DRAWS} draws, never below 1 / 10,001;
 *     the same for the same input
 */
public record PairedTest(
        int queries,
        double difference,
        int better,
        int worse,
        @Nullable Double pairedT,
        @Nullable Double randomisation) {
    private static final int DRAWS = 10_000;
    private static final long SEED = 20_260_101;

    /** @param first and {@code second}: the measure of each query, in the same order */
    static PairedTest of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("a paired test takes pairs");
        }
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> second[i] - first[i]);
        double sum = Arrays.stream(differences).sum();
        return new PairedTest(
                first.length,
                first.length == 0 ? 0 : sum / first.length,
                (int) Arrays.stream(differences).filter(d -> d > 0).count(),
                (int) Arrays.stream(differences).filter(d -> d < 0).count(),
                first.length < 2 ? null : pairedT(first, second, differences),
                first.length < 2 ? null : randomisation(differences, Math.abs(sum)));
    }

    /** Both p in words. */
    public String significance() {
        return pairedT == null || randomisation == null
                ? "too few to test"
                : String.format(
                        Locale.ROOT, "p = %.2g by paired t-test, %.2g by randomisation", pairedT, randomisation);
    }

    private static double pairedT(double[] first, double[] second, double[] differences) {
        boolean same = Arrays.stream(differences).allMatch(d -> d == 0);
        return same ? 1 : TTest.withDefaults().pairedTest(second, first).getPValue();
    }

    /** How often signs drawn at random give a sum as far from zero. */
    private static double randomisation(double[] differences, double observed) {
        double[] changed = Arrays.stream(differences).filter(d -> d != 0).toArray();
        var random = new SplittableRandom(SEED);
        int asFar = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (double difference : changed) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            // sums of the same terms in another order differ in their last digits
            asFar += Math.abs(sum) >= observed - 1e-9 ? 1 : 0;
        }
        return (asFar + 1.0) / (DRAWS + 1.0);
    }
}
