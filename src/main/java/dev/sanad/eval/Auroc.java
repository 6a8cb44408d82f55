package dev.sanad.eval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How well a score tells one group from another: the chance that it is higher for one of the first, ties counting half. */
final class Auroc {
    private Auroc() {}

    /** 0 to 1, .5 for a score that tells nothing; null when a group is empty. */
    static @Nullable Double of(double[] higher, double[] lower) {
        if (higher.length == 0 || lower.length == 0) {
            return null;
        }
        double[] sorted = lower.clone();
        Arrays.sort(sorted);
        double pairs = 0;
        for (double score : higher) {
            int below = count(sorted, score, false);
            int upTo = count(sorted, score, true);
            pairs += below + (upTo - below) / 2.0;
        }
        return pairs / ((double) higher.length * lower.length);
    }

    /** How many of the sorted values are below the score, or equal to it if so asked. */
    private static int count(double[] sorted, double score, boolean orEqual) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < score || (orEqual && sorted[middle] == score)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
