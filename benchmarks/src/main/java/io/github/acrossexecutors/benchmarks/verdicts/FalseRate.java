package io.github.acrossexecutors.benchmarks.verdicts;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Bounds of an unknown rate, of which some number of cases shows some: exact ones, each wrong in at most 5 %.
 *
 * <p>Source: C. Clopper, E. Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial",
 * Biometrika 26 (1934). Where no case was seen the upper one is {@code 1 - 0.05^(1/n)}.
 *
 * @param seen how many cases it fell on
 * @param cases of how many; at least 1
 */
record FalseRate(int seen, int cases) {

    private static final double ERROR = 0.05;

    FalseRate {
        if (seen < 0 || cases < 1 || seen > cases) {
            throw new IllegalArgumentException(seen + " of " + cases);
        }
    }

    /** What the rate is at most. */
    double upper() {
        return seen == cases
                ? 1
                : new BetaDistribution(seen + 1.0, cases - seen).inverseCumulativeProbability(1 - ERROR);
    }

    /** What the rate is at least. */
    double lower() {
        return seen == 0 ? 0 : new BetaDistribution(seen, cases - seen + 1.0).inverseCumulativeProbability(ERROR);
    }
}
