package io.github.acrossexecutors.verdict;

import java.util.Optional;

/**
 * How many times as fast a contender is expected to be.
 *
 * @param bar how that was said
 * @param atLeast the number
 * @param errors how often a verdict may be wrong
 * @param ideal the best speedup this work could have; empty if none is claimed, and then the clock alone decides
 */
record Expectation(Bar bar, double atLeast, ErrorBudget errors, Optional<Ideal> ideal) {

    private static final double ENOUGH_OF_IDEAL = 0.8;
    private static final double TOO_LITTLE_OF_IDEAL = 0.6;
    /** The ideal is measured, too. */
    private static final double TOLERANCE = 1.05;

    private static final double LEAST_GAIN = 1.15;

    /** Without an ideal, as of a race. */
    static Expectation atLeast(double times, ErrorBudget errors) {
        return new Expectation(new Bar.AtLeast(times), times, errors, Optional.empty());
    }

    static Expectation atLeast(double times, ErrorBudget errors, Ideal ideal) {
        return new Expectation(new Bar.AtLeast(times), times, errors, Optional.of(ideal));
    }

    static Expectation ofIdeal(double share, ErrorBudget errors, Ideal ideal) {
        return new Expectation(new Bar.OfIdeal(share), share * ideal.here(), errors, Optional.of(ideal));
    }

    /** Whether even a machine with a CPU for every thread could not meet it, or has nothing to gain. */
    boolean isBeyondAnyMachine() {
        return ideal.filter(best -> isBeyond(best.anywhere())).isPresent();
    }

    /** Whether more CPUs than there are would be needed to meet it, or to gain anything at all. */
    boolean isBeyondThisMachine() {
        return ideal.filter(best -> isBeyond(best.here())).isPresent();
    }

    /** Whether what gains at most so much cannot meet it. A share of no gain is no speedup, though it be reached. */
    boolean isBeyond(double best) {
        return atLeast > TOLERANCE * best || (bar instanceof Bar.OfIdeal && best < LEAST_GAIN);
    }

    /**
     * Whether a normalised parallelism speaks for <em>met</em>, and the ratio of a pair short of CPU time not against it:
     * the contender was the faster one, by however little, or as fast as a bar below 1 demands.
     */
    boolean isShownBy(double parallelism, double ratio) {
        return ideal.filter(best -> parallelism >= Math.max(atLeast, ENOUGH_OF_IDEAL * best.here()))
                        .isPresent()
                && ratio > Math.min(1, atLeast);
    }

    /** Whether a normalised parallelism speaks for <em>not met</em>, and so does the ratio. */
    boolean isRefutedBy(double parallelism, double ratio) {
        return ideal.filter(best -> parallelism < Math.min(atLeast, TOO_LITTLE_OF_IDEAL * best.here()))
                        .isPresent()
                && ratio < atLeast;
    }
}
