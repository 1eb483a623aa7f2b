package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.TaskFailure;
import java.util.List;

/** Ends a measurement: a round of it failed, or was interrupted. */
final class FailedRoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<TaskFailure> failures;

    FailedRoundException(List<TaskFailure> failures) {
        super(failures.size() + " failures in a round");
        this.failures = List.copyOf(failures);
    }

    FailedRoundException(InterruptedException interrupt) {
        super("interrupted", interrupt);
        this.failures = List.of();
    }

    List<TaskFailure> failures() {
        return failures;
    }

    void throwIfInterrupted() throws InterruptedException {
        if (getCause() instanceof InterruptedException interrupt) {
            throw interrupt;
        }
    }
}
