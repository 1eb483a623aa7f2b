package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.TaskBody;
import io.github.acrossexecutors.execution.TaskEnd;
import java.util.List;

/**
 * A body in one round.
 *
 * @param calls how it is called
 * @param tasks whom it is called as, by index
 */
record RoundBody(BodyCalls calls, List<BodyTask> tasks) implements TaskBody {

    @Override
    public void execute(int task) throws Throwable {
        calls.call(tasks.get(task));
    }

    @Override
    public TaskEnd prepareEnd(int task) {
        return tasks.get(task).newEnd();
    }
}
