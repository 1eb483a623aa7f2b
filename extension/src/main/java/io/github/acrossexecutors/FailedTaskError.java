package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.TaskFailure;

/** The error of one task among many: says which, where and how often; its cause is what the task threw. */
final class FailedTaskError extends AssertionError {

    private static final long serialVersionUID = 1;

    FailedTaskError(TaskFailure failure, int alike) {
        super(
                failure.task() + " on " + failure.worker() + " in round " + failure.round()
                        + (alike == 0 ? "" : " (and " + alike + " more alike)") + ": " + failure.thrown(),
                failure.thrown());
    }

    /** The cause has the only stack that tells anything. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
