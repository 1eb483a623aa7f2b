package io.github.acrossexecutors.explorer;

/** In which way a scenario is broken. */
public enum Kind {
    /** A {@link Check} threw. */
    WRONG_RESULT,
    /** An actor threw, or a thread that the subject started. */
    EXCEPTION,
    /** Actors wait, and nobody is left to wake them. */
    STUCK,
    /** Two threads use the same data, one of them writes, and nothing orders the two. */
    DATA_RACE
}
