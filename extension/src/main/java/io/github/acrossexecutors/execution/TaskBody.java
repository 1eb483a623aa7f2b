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
}
