package io.github.acrossexecutors.verdict;

import java.util.OptionalDouble;

/**
 * How many times as fast the contender is expected to be.
 *
 * @param atLeast the bar; more than 0
 * @param errors how often a verdict may be wrong
 * @param ideal the best speedup this work could have here; empty if none is claimed, and then the clock alone decides
 */
record Expectation(double atLeast, ErrorBudget errors, OptionalDouble ideal) {

    private static final double ENOUGH_OF_IDEAL = 0.8;
    private static final double TOO_LITTLE_OF_IDEAL = 0.6;

    Expectation {
        if (!(atLeast > 0) || Double.isInfinite(atLeast)) {
            throw new IllegalArgumentException("expected speedup: " + atLeast + "; it must be more than 0 and finite");
        }
    }

    /** Without an ideal, as of a race. */
    static Expectation atLeast(double bar, ErrorBudget errors) {
        return new Expectation(bar, errors, OptionalDouble.empty());
    }

    /** Whether a normalised parallelism speaks for <em>met</em>. */
    boolean isShownBy(double parallelism) {
        return ideal.isPresent() && parallelism >= Math.max(atLeast, ENOUGH_OF_IDEAL * ideal.getAsDouble());
    }

    /** Whether a normalised parallelism speaks for <em>not met</em>. */
    boolean isRefutedBy(double parallelism) {
        return ideal.isPresent() && parallelism < Math.min(atLeast, TOO_LITTLE_OF_IDEAL * ideal.getAsDouble());
    }
}
