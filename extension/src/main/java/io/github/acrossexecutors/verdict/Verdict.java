package io.github.acrossexecutors.verdict;

/** What a measurement says about an expectation. */
public enum Verdict {
    /** The contender is at least as many times as fast as expected. */
    MET,
    /** It is not, and said so in two blocks of pairs. */
    NOT_MET,
    /** This machine, or this budget, could not tell: neither a pass nor a failure of the code. */
    INCONCLUSIVE
}
