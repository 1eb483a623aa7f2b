package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.execution.TaskFailure;
import java.io.Serializable;
import java.util.List;

/** Brings the life-cycle around a body to life in another JVM. Travels there. */
@FunctionalInterface
public interface Launch extends Serializable {

    /**
     * Execute the whole life-cycle on the calling thread: everything before the body, then {@link HostedRun#serve} in place
     * of the body, then everything after it.
     *
     * @param run what serves the tasks
     * @return what failed beside the tasks; if anything failed before the body, the body was never reached
     */
    List<TaskFailure> execute(HostedRun run);
}
