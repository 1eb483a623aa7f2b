package io.github.acrossexecutors.verdict;

import java.util.function.LongSupplier;

/**
 * Tells how much of the CPUs is to be had at this moment, where no scheduler does: one thread per CPU computes a fixed
 * amount, and how long that takes is compared with the shortest time it has ever taken here.
 *
 * <p>It sees a moment before and a moment after a round, not the round: what comes and goes in between stays unseen.
 *
 * <p><b>Threads:</b> for one caller alone; its threads end before a call returns.
 */
final class Spinners {

    private static final int CALIBRATIONS = 20;
    /** About 5 ms: longer than a scheduler's time slice, or a competitor would be missed. */
    private static final int STEPS = 5_000_000;

    private final LongSupplier burst;
    private long shortestNanos = Long.MAX_VALUE;

    /** Let the given burst tell how long it took; calibrate it at once. */
    Spinners(LongSupplier burst) {
        this.burst = burst;
        for (int i = 0; i < CALIBRATIONS; i++) {
            supply();
        }
    }

    static Spinners on(int cpus) {
        return new Spinners(() -> burst(cpus));
    }

    /** The share of the CPUs that is to be had now, from 0 to 1. */
    double supply() {
        long nanos = Math.max(1, burst.getAsLong());
        shortestNanos = Math.min(shortestNanos, nanos);
        return (double) shortestNanos / nanos;
    }

    private static long burst(int cpus) {
        long start = System.nanoTime();
        Crew.compute(cpus, "across-spinner-", number -> compute(start + number));
        return System.nanoTime() - start;
    }

    private static long compute(long seed) {
        long x = seed | 1;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
