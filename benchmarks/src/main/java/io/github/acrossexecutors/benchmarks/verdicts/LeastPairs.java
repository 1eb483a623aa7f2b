package io.github.acrossexecutors.benchmarks.verdicts;

/** With how many pairs the sign test can decide at the earliest, all of them on one side. */
final class LeastPairs {

    /** The first expectation of a run may spend half of the error: 0.025 of a false met, 0.005 of a false not met. */
    static final int FOR_MET_OF_FIRST_EXPECTATION = of(0.025 / 2);

    /** In two blocks. */
    static final int FOR_NOT_MET_OF_FIRST_EXPECTATION = 2 * of(0.005 / 2);

    private LeastPairs() {}

    /** The least n with 2^n B(n + 1, 1) >= 1 / alpha. */
    static int of(double alpha) {
        int pairs = 1;
        while (Math.pow(2, pairs) / (pairs + 1) < 1 / alpha) {
            pairs++;
        }
        return pairs;
    }
}
