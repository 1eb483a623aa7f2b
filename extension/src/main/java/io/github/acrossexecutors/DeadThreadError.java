package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.TaskFailure;
import java.util.List;

/** A thread that the body had started died of an exception, which JUnit by itself would not have seen. */
final class DeadThreadError extends AssertionError {

    private static final long serialVersionUID = 1;

    private DeadThreadError(BodyThreads.Death death) {
        super("the thread " + death.thread() + ", which the body had started, died of " + death.cause(), death.cause());
    }

    static List<TaskFailure> failures(List<BodyThreads.Death> deaths) {
        return deaths.stream()
                .map(death -> new TaskFailure(1, "a thread of the body", death.thread(), new DeadThreadError(death)))
                .toList();
    }
}
