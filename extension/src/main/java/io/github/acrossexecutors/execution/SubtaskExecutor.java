package io.github.acrossexecutors.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The executor a body gets injected: hands its subtasks to the model's workers and records a span of each.
 *
 * <p>Rounds follow each other on the same object, because JUnit resolves a parameter once; each begins with a fresh
 * {@link Batch}. Shutting it down or closing it ends the batch and leaves the workers alone, which serve the next one.
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

    /** The subtasks of one round. */
    private record Batch(RoundClock clock, AtomicInteger count, Queue<TaskRun> runs, AtomicBoolean shutdown) {

        Batch(RoundClock clock) {
            this(clock, new AtomicInteger(), new ConcurrentLinkedQueue<>(), new AtomicBoolean());
        }
    }

    void begin(RoundClock clock) {
        batch = new Batch(clock);
    }

    List<TaskRun> runs() {
        return List.copyOf(batch.runs());
    }

    @Override
    public void execute(Runnable command) {
        Batch now = batch;
        if (now.shutdown().get()) {
            throw new RejectedExecutionException("the executor of this round has been shut down");
        }
        TaskRun run =
                new TaskRun("subtask", now.count().getAndIncrement(), task -> command.run(), now.clock(), bodyThreads);
        now.runs().add(run);
        try {
            workers.execute(run);
        } catch (RuntimeException e) {
            run.abandon(null);
            throw e;
        }
    }

    @Override
    public void shutdown() {
        batch.shutdown().set(true);
    }

    /** As in the JDK: what runs is interrupted; what never began is given up, and returned. */
    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        List<Runnable> neverBegan = new ArrayList<>();
        for (TaskRun run : batch.runs()) {
            if (run.abandon(null)) {
                neverBegan.add(run);
            }
            run.interrupt();
        }
        return neverBegan;
    }

    @Override
    public boolean isShutdown() {
        return batch.shutdown().get();
    }

    @Override
    public boolean isTerminated() {
        return isShutdown() && batch.runs().stream().allMatch(TaskRun::hasEnded);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return awaitQuiet(System.nanoTime() + unit.toNanos(timeout)) && isShutdown();
    }

    /**
     * Wait until no subtask is under way. One that a subtask adds is seen too: it joins the queue before the subtask
     * that adds it has ended, and the queue's iterator meets what was added behind it.
     */
    boolean awaitQuiet(long deadline) throws InterruptedException {
        boolean all = true;
        for (TaskRun run : batch.runs()) {
            all &= run.await(deadline - System.nanoTime());
        }
        return all;
    }
}
