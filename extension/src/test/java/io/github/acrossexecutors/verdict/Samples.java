package io.github.acrossexecutors.verdict;

import java.util.Optional;
import java.util.OptionalDouble;

/** Builds samples and pairs, in milliseconds, on a machine with two CPUs. */
final class Samples {

    static final int CPUS = 2;
    private static final long MILLI = 1_000_000;

    private Samples() {}

    static Sample sample(double wallMillis, double cpuMillis, double waitMillis) {
        return sample(wallMillis, usage(cpuMillis, waitMillis));
    }

    static Sample sample(double wallMillis, Usage usage) {
        return repeated(wallMillis, 1, usage);
    }

    static Sample repeated(double wallMillis, int repetitions, Usage usage) {
        return new Sample(nanos(wallMillis), nanos(wallMillis), repetitions, CPUS, usage, Optional.empty());
    }

    static Usage usage(double cpuMillis, double waitMillis) {
        return new Usage(
                new ThreadTimes(nanos(cpuMillis), nanos(waitMillis)),
                nanos(waitMillis),
                0,
                nanos(cpuMillis),
                0,
                0,
                0,
                0,
                OptionalDouble.empty());
    }

    /** A round of one thread that computes undisturbed. */
    static Sample alone(double wallMillis) {
        return sample(wallMillis, wallMillis, 0);
    }

    /** A well supplied pair of this ratio. */
    static Pair pair(double ratio) {
        return new Pair(alone(100 * ratio), alone(100));
    }

    /** A pair of this ratio of which both rounds got half of what they could use. */
    static Pair starved(double ratio) {
        return new Pair(sample(200 * ratio, 100 * ratio, 100 * ratio), sample(200, 100, 100));
    }

    static long nanos(double millis) {
        return Math.round(millis * MILLI);
    }
}
