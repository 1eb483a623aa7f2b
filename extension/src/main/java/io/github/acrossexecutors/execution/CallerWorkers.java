package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * No workers at all: each task runs on the thread that hands it over, one after another.
 *
 * @param model the model's name
 */
public record CallerWorkers(String model) implements Workers {

    @Override
    public OptionalInt count() {
        return OptionalInt.of(1);
    }

    @Override
    public int gate() {
        return 1;
    }

    @Override
    public boolean callerRuns() {
        return true;
    }

    @Override
    public boolean owns(Thread thread) {
        return false;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void stop(Duration limit) {}
}
