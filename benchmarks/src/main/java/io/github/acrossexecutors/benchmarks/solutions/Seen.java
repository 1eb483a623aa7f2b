package io.github.acrossexecutors.benchmarks.solutions;

/**
 * What came of one koan's tests on its solution.
 *
 * @param koan its id
 * @param colour how they ended
 * @param millis how long the tests took together
 * @param said why they were not green; empty if they were
 */
record Seen(String koan, Colour colour, long millis, String said) {

    /** How a koan's tests can end. */
    enum Colour {
        /** Every guarantee holds. */
        GREEN,
        /** Nothing fails, but something could not be judged. */
        INCONCLUSIVE,
        /** A right answer was called wrong. */
        FAILED
    }
}
