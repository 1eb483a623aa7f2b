package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.TaskBody;
import io.github.acrossexecutors.execution.TaskFailure;
import java.util.List;

/**
 * A body that is ready to be executed in this JVM, its life-cycle opened.
 *
 * <p><b>Threads:</b> for the thread of its life-cycle, which executes the bodies and the hooks.
 */
public interface HostedBody {

    /**
     * Prepare one execution.
     *
     * @param round the round's number, from 1
     * @param warmup whether it is a warm-up round
     * @param index the task's index in the round
     * @return what to execute, as task 0
     */
    TaskBody task(int round, boolean warmup, int index);

    /**
     * Call the methods that belong around a round.
     *
     * @param before whether those before it, else those after it
     * @param round the round's number
     * @return what they threw
     */
    List<TaskFailure> callHooks(boolean before, int round);

    /**
     * {@return who takes note of the threads that the body starts}
     */
    BodyThreads threads();
}
