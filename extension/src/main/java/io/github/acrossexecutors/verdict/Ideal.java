package io.github.acrossexecutors.verdict;

import io.github.acrossexecutors.timing.Span;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The best speedup that the work of a baseline could have on a number of workers and CPUs.
 *
 * <p>With the tasks' times {@code d(1) >= d(2) >= ...}, {@code W} workers and {@code C} CPUs no schedule ends before
 *
 * <pre>{@code
 * T* = max( d(1),  sum d / W,  max over k of (k + 1) * d(k * W + 1),  sum cpu / C )
 * }</pre>
 *
 * and the ideal is {@code sum d / T*}. The first three are the classic bounds for identical machines without
 * preemption: of the {@code k * W + 1} longest tasks some worker executes {@code k + 1} (R. L. Graham, "Bounds on
 * multiprocessing timing anomalies", SIAM J. Appl. Math. 17, 1969). The last is the work that the CPUs must do.
 * 32 equal tasks on 5 workers: 4.57, not 5.
 *
 * @param here on the CPUs of this machine
 * @param anywhere on a machine with a CPU for every thread
 */
public record Ideal(double here, double anywhere) {

    /** The middle one of several rounds. */
    static Ideal median(List<Ideal> rounds) {
        return new Ideal(
                Quantile.median(rounds.stream().mapToDouble(Ideal::here).toArray()),
                Quantile.median(rounds.stream().mapToDouble(Ideal::anywhere).toArray()));
    }

    /**
     * Bound the speedup of these tasks.
     *
     * @param baseline the tasks, each executed alone
     * @param workers how many of them can be under way at once; at least 1
     * @param cpus how many CPUs there are; more than 0
     * @return empty without a task that took time, or where the CPU time of one is unknown: then no ideal is claimed
     */
    public static OptionalDouble of(List<Span> baseline, int workers, double cpus) {
        if (workers < 1 || !(cpus > 0)) {
            throw new IllegalArgumentException("no ideal for " + workers + " workers on " + cpus + " CPUs");
        }
        long[] ascending = baseline.stream().mapToLong(Span::wallNanos).sorted().toArray();
        double total = Arrays.stream(ascending).asDoubleStream().sum();
        if (total == 0 || baseline.stream().anyMatch(span -> span.cpuNanos().isEmpty())) {
            return OptionalDouble.empty();
        }
        double cpu = baseline.stream()
                .mapToDouble(span -> span.cpuNanos().getAsLong())
                .sum();
        double shortest = Math.max(total / workers, Math.max(cpu / cpus, longestQueue(ascending, workers)));
        return OptionalDouble.of(total / shortest);
    }

    /** The third bound; with k = 0 it is the first one, the longest task. */
    private static double longestQueue(long[] ascending, int workers) {
        double longest = 0;
        for (int k = 0; (long) k * workers < ascending.length; k++) {
            longest = Math.max(longest, (k + 1.0) * ascending[ascending.length - 1 - k * workers]);
        }
        return longest;
    }
}
