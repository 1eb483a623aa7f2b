package io.github.acrossexecutors.verdict;

import java.util.Arrays;

/** Quantiles of a few numbers. */
final class Quantile {

    private Quantile() {}

    /** The middle value, or the mean of the two middle ones. */
    static double median(double[] values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least value that at least this share of the values does not exceed (nearest rank). */
    static double of(double[] values, double share) {
        double[] sorted = sorted(values);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values, no quantile");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
