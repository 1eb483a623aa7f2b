package io.github.acrossexecutors.process;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Packs what a pool's callers submit, numbers it and hands it to the crew. */
final class Intake {

    private final WorkerSettings settings;
    private final Cargo cargo;
    private final Crew crew;
    private final AtomicLong lastId = new AtomicLong();

    Intake(WorkerSettings settings, Cargo cargo, Crew crew) {
        this.settings = settings;
        this.cargo = cargo;
        this.crew = crew;
    }

    /** Submits what travels; {@code original} is what {@code shutdownNow} gives back. */
    <T extends @Nullable Object> PoolTask<T> submit(
            Callable<T> original, Object travels, Consumer<PoolTask<T>> whenDone) {
        Objects.requireNonNull(travels, "task");
        PoolTask<T> task = new PoolTask<>(crew, original, call(cargo.pack(travels, "task")), null, whenDone);
        crew.submit(task);
        return task;
    }

    <T> PoolTask<T> submit(Callable<T> task, BlockingQueue<Future<T>> done) {
        return submit(task, task, done::add);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failure is told to whoever gets the output
    void execute(Runnable task) {
        submit(Executors.callable(task), task, this::tellFailure);
    }

    private void tellFailure(PoolTask<?> done) {
        if (done.hasFailed()) {
            try {
                done.get();
            } catch (ExecutionException e) {
                tell("[" + settings.name() + "] a task given to execute failed: " + e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tell(String line) {
        try {
            settings.output().accept(line);
        } catch (RuntimeException e) {
            // A reader of output that throws must not stop whoever reads a worker's answers.
        }
    }

    @SuppressWarnings("unchecked") // each task is made here, of this type
    <T extends @Nullable Object> List<ProcessFuture<T>> submitToEach(SerializableCallable<T> task) {
        byte[] packed = cargo.pack(task, "task");
        return crew.submitToEach(() -> new PoolTask<T>(crew, task, call(packed), null, done -> {})).stream()
                .map(each -> (ProcessFuture<T>) each)
                .toList();
    }

    private Frame call(byte[] packed) {
        return new Frame(FrameKind.CALL, lastId.incrementAndGet(), packed);
    }

    MapFunction function(Object function) {
        return new MapFunction(lastId.incrementAndGet(), cargo.pack(function, "function"));
    }

    PoolTask<Object> submitChunk(MapFunction function, Object inputs, Consumer<PoolTask<Object>> whenDone) {
        Frame frame = new Frame(FrameKind.CHUNK, lastId.incrementAndGet(), cargo.packChunk(function.id(), inputs));
        PoolTask<Object> task = new PoolTask<>(crew, () -> inputs, frame, function, whenDone);
        crew.submit(task);
        return task;
    }

    void forget(MapFunction function) {
        crew.forget(function);
    }
}
