package io.github.acrossexecutors.report;

/** How a body ended under a model. */
public enum TestStatus {
    /** No task failed or aborted. */
    PASSED,
    /** At least one task failed. */
    FAILED,
    /** No task failed, at least one aborted. */
    ABORTED
}
