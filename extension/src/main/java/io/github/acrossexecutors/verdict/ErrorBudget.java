package io.github.acrossexecutors.verdict;

/**
 * How often a verdict may be wrong: 0.025 for a false <em>met</em>, 0.005 for a false <em>not met</em>, shared out
 * evenly over all expectations of a run (Bonferroni).
 *
 * @param expectations how many expectations share it; at least 1
 */
record ErrorBudget(int expectations) {

    private static final double MET = 0.025;
    private static final double NOT_MET = 0.005;

    ErrorBudget {
        if (expectations < 1) {
            throw new IllegalArgumentException("expectations: " + expectations + "; at least 1 shares the budget");
        }
    }

    double metAlpha() {
        return MET / expectations;
    }

    double notMetAlpha() {
        return NOT_MET / expectations;
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
