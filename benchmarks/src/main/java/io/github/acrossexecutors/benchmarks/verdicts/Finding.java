package io.github.acrossexecutors.benchmarks.verdicts;

/**
 * What was found of one truth in one JVM.
 *
 * @param setting what must be the same of findings that are counted together: engine, JDK, CPUs, budget
 * @param truth the truth
 * @param condition what went on beside it
 * @param started when, in ISO 8601
 * @param load the machine's load average just before; negative if nobody knows
 * @param budgetSeconds how long it may have taken
 * @param seen what the JVM saw
 */
record Finding(
        String setting,
        Truth truth,
        Condition condition,
        String started,
        double load,
        double budgetSeconds,
        Seen seen) {

    boolean isFalse() {
        return truth.rule.isFalse().test(seen);
    }

    /** Whether it was decided, but later than it could have been. */
    boolean isLate() {
        return seen.isDecided()
                && truth.mostPairs().isPresent()
                && seen.pairs() > truth.mostPairs().getAsInt();
    }

    /** Whether it took more than its budget and one round. */
    boolean isOverBudget() {
        return seen.seconds() > budgetSeconds + Math.max(LEAST_ROUND_SECONDS, seen.longestRoundSeconds());
    }

    /** Shorter code is repeated until a round has about this length. */
    private static final double LEAST_ROUND_SECONDS = 0.025;
}
