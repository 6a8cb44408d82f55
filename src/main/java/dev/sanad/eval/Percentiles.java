package dev.sanad.eval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Percentiles by nearest rank: each is a value that was measured. */
final class Percentiles {
    private Percentiles() {}

    /** @param share above 0, up to 1 */
    static @Nullable Double of(double[] values, double share) {
        if (values.length == 0) {
            return null;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
