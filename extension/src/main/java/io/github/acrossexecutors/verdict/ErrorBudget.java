package io.github.acrossexecutors.verdict;

/**
 * How often a verdict may be wrong: 0.025 for a false <em>met</em>, 0.005 for a false <em>not met</em>, shared out over
 * all expectations of a run (Bonferroni: the shares add up to at most 1).
 *
 * @param share what one expectation gets of it; more than 0 and at most 1
 */
public record ErrorBudget(double share) {

    private static final double MET = 0.025;
    private static final double NOT_MET = 0.005;

    /**
     * Check the share.
     *
     * @throws IllegalArgumentException if it is not more than 0, or more than 1
     */
    public ErrorBudget {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share of the error budget: " + share);
        }
    }

    /**
     * The whole budget, evenly shared.
     *
     * @param expectations how many expectations share it; at least 1
     * @return what each of them gets
     * @throws IllegalArgumentException if the number is below 1
     */
    public static ErrorBudget among(int expectations) {
        if (expectations < 1) {
            throw new IllegalArgumentException("expectations: " + expectations + "; at least 1 shares the budget");
        }
        return new ErrorBudget(1.0 / expectations);
    }

    /**
     * What the n-th expectation of a run gets whose length nobody knows: 1 / (n (n + 1)). These shares add up to 1 over
     * any number of expectations.
     *
     * @param turn the expectation's number, from 1
     * @return its share
     * @throws IllegalArgumentException if the number is below 1
     */
    public static ErrorBudget ofTurn(int turn) {
        if (turn < 1) {
            throw new IllegalArgumentException("turn: " + turn + "; the first one is 1");
        }
        return new ErrorBudget(1.0 / turn / (turn + 1.0));
    }

    double metAlpha() {
        return MET * share;
    }

    double notMetAlpha() {
        return NOT_MET * share;
    }

    /** How many pairs <em>met</em> needs at least. */
    int leastPairsForMet() {
        return SignTest.leastNumber(metAlpha());
    }

    /** How many pairs each of the two blocks of <em>not met</em> needs at least. */
    int leastPairsForNotMet() {
        return SignTest.leastNumber(notMetAlpha());
    }
}
