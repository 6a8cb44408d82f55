package dev.sanad.eval;

import java.util.Arrays;

/**
 * How long something took, in milliseconds.
 *
 * @param p50 half of all took at most this long: the nearest rank, a time that was measured, never one between two
 */
public record Timings(double p50, double p95, double p99, double mean) {
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    /** @param nanos in any order; at least one */
    public static Timings of(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("percentiles are of one time at least");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timings(
                rank(sorted, 50),
                rank(sorted, 95),
                rank(sorted, 99),
                Arrays.stream(sorted).average().orElseThrow() / NANOS_IN_A_MILLISECOND);
    }

    private static double rank(long[] sorted, int percent) {
        int rank = Math.ceilDiv(sorted.length * percent, 100);
        return sorted[rank - 1] / NANOS_IN_A_MILLISECOND;
    }
}
