package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executor;

/** The workers of one execution model, started for one invocation of a test and stopped after it. */
public interface Workers extends Executor {

    /**
     * {@return the model's name, as it stands in display names and messages}
     */
    String model();

    /**
     * {@return how many tasks can be executed at once, not counting those that wait for their stages elsewhere; empty if
     * nobody says, or if every task gets its own worker}
     */
    OptionalInt count();

    /**
     * {@return how many tasks of a round are to start together: never more than there are workers for}
     */
    int gate();

    /**
     * {@return whether each task gets a new worker, so that starting it belongs to the time of the round}
     */
    default boolean workerPerTask() {
        return false;
    }

    /**
     * {@return whether a task that waits for its stages leaves its worker to other tasks, which then executes its
     * continuations between theirs; only where there is one worker, so that no two pieces of a task run at once}
     */
    default boolean interleaves() {
        return false;
    }

    /**
     * {@return whether tasks run on the thread that hands them over}
     */
    default boolean callerRuns() {
        return false;
    }

    /**
     * {@return whether a task may run on the thread that hands it over, unlike its neighbours: nobody else would end it}
     */
    default boolean mayRunOnCaller() {
        return callerRuns();
    }

    /**
     * Tell whether a thread is one of these workers, rather than one that a body started.
     *
     * @param thread any thread
     * @return whether it belongs to this model
     */
    boolean owns(Thread thread);

    /**
     * Stop the workers, interrupting those that are still busy.
     *
     * @param limit how long to wait for them to end
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    void stop(Duration limit) throws InterruptedException;
}
