package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.TaskBody;
import io.github.acrossexecutors.execution.TaskEnd;
import java.util.List;

/**
 * A body in one round.
 *
 * @param calls how it is called
 * @param tasks whom it is called as, by index
 * @param first the task whose arguments JUnit has resolved; it need not be among them
 */
record RoundBody(BodyCalls calls, List<BodyTask> tasks, BodyTask first) implements TaskBody {

    @Override
    public void execute(int task) throws Throwable {
        BodyTask called = tasks.get(task);
        if (called == first) {
            calls.proceed();
        } else {
            calls.callAgain(called);
        }
    }

    @Override
    public TaskEnd prepareEnd(int task) {
        return tasks.get(task).newEnd();
    }
}
