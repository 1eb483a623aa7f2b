package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.TaskEnd;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** One execution of a body, with what it still waits for. */
final class BodyTask implements Task {

    private final String model;
    private final Optional<ExecutorService> executor;
    /** Written by the caller before the body, read by whoever executes it; so is the next. */
    private volatile Place place;

    private volatile TaskEnd end = new TaskEnd();

    BodyTask(int index, int round, boolean warmup, String model, Optional<ExecutorService> executor) {
        this.executor = executor;
        this.place = new Place(index, round, warmup);
        this.model = model;
    }

    /** Which execution it is. */
    private record Place(int index, int round, boolean warmup) {}

    /** Become another execution: in a worker JVM JUnit resolves the arguments before anyone knows which task comes first. */
    BodyTask at(int index, int round, boolean warmup) {
        place = new Place(index, round, warmup);
        return this;
    }

    @Override
    public int index() {
        return place.index;
    }

    @Override
    public int round() {
        return place.round;
    }

    @Override
    public boolean warmup() {
        return place.warmup;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public void completeWhen(CompletionStage<?> stage) {
        end.completeWhen(stage);
    }

    /** What a parameter of the body gets that is {@linkplain BodyParameters#supplies ours}. */
    Object argument(Class<?> type) {
        return BodyParameters.isExecutor(type) && executor.isPresent() ? executor.get() : this;
    }

    @Override
    public Executor loop() {
        return end;
    }

    /** The next execution has an end of its own: dynamic tests follow each other as the same task. */
    TaskEnd newEnd() {
        TaskEnd next = new TaskEnd();
        end = next;
        return next;
    }
}
