package io.github.acrossexecutors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One execution of a body, and the stages it waits for. */
final class BodyTask implements Task {

    private final int index;
    private final int round;
    private final boolean warmup;
    private final String model;
    private final Optional<ExecutorService> executor;
    private final List<CompletionStage<?>> stages = new ArrayList<>();

    BodyTask(int index, int round, boolean warmup, String model, Optional<ExecutorService> executor) {
        this.executor = executor;
        this.index = index;
        this.round = round;
        this.warmup = warmup;
        this.model = model;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public int round() {
        return round;
    }

    @Override
    public boolean warmup() {
        return warmup;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public void completeWhen(CompletionStage<?> stage) {
        stages.add(stage);
    }

    /** What a parameter of the body gets whose type is {@linkplain ModelRounds#supplies ours}. */
    Object argument(Class<?> type) {
        return ModelRounds.isExecutor(type) && executor.isPresent() ? executor.get() : this;
    }

    /** Hold the worker until all stages have completed. */
    void awaitStages() throws Throwable {
        for (CompletionStage<?> stage : stages) {
            await(stage);
        }
    }

    /** On a latch, because the worker may be JUnit's own thread, whose pool would start further tests on a future. */
    private static void await(CompletionStage<?> stage) throws Throwable {
        CountDownLatch completed = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        stage.whenComplete((value, thrown) -> {
            failure.set(thrown);
            completed.countDown();
        });
        try {
            completed.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the stage given to completeWhen has not completed: " + stage, e);
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        }
    }
}
