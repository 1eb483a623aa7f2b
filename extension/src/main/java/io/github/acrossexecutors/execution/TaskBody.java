package io.github.acrossexecutors.execution;

/** A test body, or a piece of its life-cycle, to be executed on a worker. */
@FunctionalInterface
public interface TaskBody {

    /**
     * Execute the body once.
     *
     * @param task the index of this task in its round, from 0
     * @throws Throwable whatever the body throws
     */
    void execute(int task) throws Throwable;

    /**
     * Prepare the end of one execution, to which the body may add stages and continuations. Called once for each, before
     * it.
     *
     * @param task the index of this task in its round, from 0
     * @return a new end; by default one that nobody adds to, so that the task ends with its body
     */
    default TaskEnd prepareEnd(int task) {
        return new TaskEnd();
    }
}
