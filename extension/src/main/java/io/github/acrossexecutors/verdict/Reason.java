package io.github.acrossexecutors.verdict;

/** Why a verdict is inconclusive. */
public enum Reason {
    /** The JIT compiler was still at work, or times still changed, when a third of the budget was used. */
    NOT_WARM,
    /** Others used the CPUs while the pairs were measured, or the code's own threads kept each other off them. */
    SUPPLY_TOO_LOW,
    /** More CPUs than this process may use would be needed, or they slowed each other down, or could not be asked. */
    TOO_FEW_CPUS,
    /** The bar is a share of the ideal, and of this work nobody knows one: no CPU time of its tasks. */
    NO_IDEAL,
    /** The budget does not hold the pairs that a verdict needs. */
    BUDGET,
    /** Pairs fall on both sides of the bar, or two kinds of evidence contradict each other. */
    TOO_CLOSE,
    /** The second block did not repeat what the first one said. */
    NOT_REPEATED
}
