package io.github.acrossexecutors.verdict;

import java.util.Optional;

/**
 * What is expected of a contender, before anything is known of the work.
 *
 * @param bar how much faster it should be
 * @param errors how often a verdict may be wrong
 * @param capacity what it executes on; empty if nobody says, and then no ideal is claimed
 */
public record Demand(Bar bar, ErrorBudget errors, Optional<Capacity> capacity) {

    /**
     * Check that a share of the ideal has an ideal to go by.
     *
     * @throws IllegalArgumentException if the bar is a share of the ideal and the capacity is empty
     */
    public Demand {
        if (bar instanceof Bar.OfIdeal && capacity.isEmpty()) {
            throw new IllegalArgumentException("a share of the ideal needs to know what the contender executes on");
        }
    }

    /** What it comes to with the ideal of the work; empty if it is a share of an ideal that nobody knows. */
    Optional<Expectation> on(Optional<Ideal> ideal) {
        if (bar instanceof Bar.OfIdeal ofIdeal) {
            return ideal.map(best -> Expectation.ofIdeal(ofIdeal.share(), errors, best));
        }
        double times = ((Bar.AtLeast) bar).times();
        return Optional.of(new Expectation(bar, times, errors, ideal));
    }

    static Demand atLeast(double times, ErrorBudget errors) {
        return new Demand(new Bar.AtLeast(times), errors, Optional.empty());
    }
}
