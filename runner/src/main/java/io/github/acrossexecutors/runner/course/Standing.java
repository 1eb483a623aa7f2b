package io.github.acrossexecutors.runner.course;

/** How far a learner has come with a koan. */
public enum Standing {
    /** It was green, with the test that is there now. */
    PASSED,
    /** The stub is not as it was committed, and not passed. */
    IN_PROGRESS,
    /** The stub is as it was committed. */
    NOT_BEGUN,
    /** The learner's file is not where it belongs. */
    MISSING
}
