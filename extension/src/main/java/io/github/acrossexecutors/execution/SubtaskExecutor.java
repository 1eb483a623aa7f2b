package io.github.acrossexecutors.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The executor a body gets injected: hands its subtasks to the model's workers and records a span of each.
 *
 * <p>Rounds follow each other on the same object, because JUnit resolves a parameter once; each begins with a fresh
 * {@link Batch}. Shutting it down or closing it ends the batch and leaves the workers alone, which serve the next one.
 *
 * <p>What a submitted subtask throws belongs to whoever asks its future; what nobody has asked for is {@link #untold}. {@code
 * invokeAll} waits, and asks for nothing. What a completion service hands over, {@code invokeAny}'s for one, is its own.
 *
 * <p><b>Threads:</b> safe, as every executor service is; {@link #begin} is the caller's.
 */
final class SubtaskExecutor extends AbstractExecutorService {

    private final Workers workers;
    private final BodyThreads bodyThreads;
    /** Written by the caller between rounds, read by whoever submits. */
    private volatile Batch batch = new Batch(RoundClock.running());

    SubtaskExecutor(Workers workers, BodyThreads bodyThreads) {
        this.workers = workers;
        this.bodyThreads = bodyThreads;
    }

    /** One subtask, and the command it was made of. */
    private record Subtask(TaskRun run, Runnable command) {

        Optional<Untold> untold() {
            return command instanceof SubmittedSubtask<?> submitted && !run.wasInterruptedHere()
                    ? submitted.untold().map(thrown -> new Untold(run, thrown))
                    : Optional.empty();
        }
    }

    /** What a subtask failed with, and nobody has asked for. */
    record Untold(TaskRun run, Throwable thrown) {}

    /** The subtasks of one round, in the order of their indices; those under way may add to them. */
    private final class Batch {

        private final RoundClock clock;
        private final CountDownLatch shutdown = new CountDownLatch(1);
        /** Guarded by this object's monitor. */
        private final List<Subtask> subtasks = new ArrayList<>();

        Batch(RoundClock clock) {
            this.clock = clock;
        }

        synchronized TaskRun add(Runnable command) {
            if (isShutdown()) {
                throw new RejectedExecutionException("the executor of this round has been shut down");
            }
            int index = subtasks.size();
            TaskRun run = new TaskRun("subtask " + index, index, task -> command.run(), clock, bodyThreads);
            subtasks.add(new Subtask(run, command));
            return run;
        }

        synchronized List<Subtask> subtasks() {
            return List.copyOf(subtasks);
        }

        synchronized Optional<TaskRun> run(int index) {
            return index < subtasks.size() ? Optional.of(subtasks.get(index).run()) : Optional.empty();
        }

        synchronized void shutdown() {
            shutdown.countDown();
        }

        boolean isShutdown() {
            return shutdown.getCount() == 0;
        }
    }

    void begin(RoundClock clock) {
        batch = new Batch(clock);
    }

    List<TaskRun> runs() {
        return batch.subtasks().stream().map(Subtask::run).toList();
    }

    /** What submitted subtasks of this round failed with and nobody has asked for, unless they were told to end. */
    List<Untold> untold() {
        return batch.subtasks().stream()
                .flatMap(subtask -> subtask.untold().stream())
                .toList();
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
        return new SubmittedSubtask<>(task);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable task, T value) {
        return newTaskFor(Executors.callable(task, value));
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
        return unasked(super.invokeAll(tasks));
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return unasked(super.invokeAll(tasks, timeout, unit));
    }

    private static <T> List<Future<T>> unasked(List<Future<T>> futures) {
        for (Future<T> future : futures) {
            if (future instanceof SubmittedSubtask<T> submitted) {
                submitted.unask();
            }
        }
        return futures;
    }

    @Override
    public void execute(Runnable command) {
        TaskRun run = batch.add(Objects.requireNonNull(command, "command"));
        try {
            workers.execute(run);
        } catch (RuntimeException | Error e) {
            run.abandon(null);
            throw e;
        }
        if (run.leftCallerInterrupted()) {
            // It ran inside of whoever submitted it, for whom the interrupt may have been.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void shutdown() {
        batch.shutdown();
    }

    /** As in the JDK: what runs is interrupted; what never began is given up, and returned. */
    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        List<Runnable> neverBegan = new ArrayList<>();
        for (Subtask subtask : batch.subtasks()) {
            if (subtask.run().abandon(null)) {
                neverBegan.add(subtask.command());
            }
        }
        // Only now: a worker that an interrupt has set free would begin what has not been given up yet.
        runs().forEach(TaskRun::interrupt);
        return neverBegan;
    }

    @Override
    public boolean isShutdown() {
        return batch.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return isShutdown() && isQuiet();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        return batch.shutdown.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) && awaitQuiet(deadline);
    }

    /** Whether no subtask is under way. */
    boolean isQuiet() {
        return runs().stream().allMatch(TaskRun::hasEnded);
    }

    /**
     * Wait until no subtask is under way; false if the deadline came first. One that a subtask adds is awaited too: it
     * joins the list, behind that subtask, before that subtask has ended.
     */
    boolean awaitQuiet(long deadline) throws InterruptedException {
        Batch now = batch;
        int index = 0;
        for (Optional<TaskRun> run = now.run(index); run.isPresent(); run = now.run(index)) {
            if (!run.get().await(deadline - System.nanoTime())) {
                return false;
            }
            index++;
        }
        return true;
    }
}
