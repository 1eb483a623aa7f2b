package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * The workers of the built-in models.
 *
 * <p>Stopping interrupts what is still busy and waits for it; whoever does not end by then is a daemon, so it can hold
 * up nothing, and the round that left it behind has named it.
 */
public final class OwnWorkers implements Workers {

    /** How tasks share workers. */
    private enum Sharing {
        ONE_AFTER_ANOTHER,
        INTERLEAVED,
        NOT_AT_ALL
    }

    private final String model;
    private final WorkerThreads threads;
    private final Executor executor;
    private final int gate;
    private final Sharing sharing;

    private OwnWorkers(String model, WorkerThreads threads, Executor executor, int gate, Sharing sharing) {
        this.model = model;
        this.threads = threads;
        this.executor = executor;
        this.gate = gate;
        this.sharing = sharing;
    }

    /**
     * A new platform thread for each task.
     *
     * @param naming names and numbers
     * @return the workers
     */
    public static Workers platformThreads(WorkerNaming naming) {
        return threadPerTask(naming, WorkerThreads.platform(naming));
    }

    /**
     * A new virtual thread for each task.
     *
     * @param naming names and numbers
     * @return the workers
     * @throws UnsupportedOperationException below JDK 21
     */
    public static Workers virtualThreads(WorkerNaming naming) {
        return threadPerTask(naming, WorkerThreads.virtual(naming));
    }

    /**
     * A pool of as many threads as there are workers.
     *
     * @param naming names and numbers
     * @return the workers
     */
    public static Workers fixedPool(WorkerNaming naming) {
        WorkerThreads threads = WorkerThreads.platform(naming);
        return new OwnWorkers(
                naming.model(),
                threads,
                Executors.newFixedThreadPool(naming.workers(), threads),
                naming.workers(),
                Sharing.ONE_AFTER_ANOTHER);
    }

    /**
     * A fork-join pool of its own, first in first out, never the common pool.
     *
     * @param naming names and numbers
     * @return the workers
     */
    public static Workers forkJoin(WorkerNaming naming) {
        WorkerThreads threads = WorkerThreads.platform(naming);
        return new OwnWorkers(
                naming.model(),
                threads,
                new ForkJoinPool(naming.workers(), threads, null, true),
                naming.workers(),
                Sharing.ONE_AFTER_ANOTHER);
    }

    /**
     * One thread that executes tasks and their continuations in the order in which they are handed over.
     *
     * @param naming names; its number of workers does not count
     * @return the workers
     */
    public static Workers eventLoop(WorkerNaming naming) {
        WorkerThreads threads = WorkerThreads.platform(naming);
        return new OwnWorkers(
                naming.model(), threads, Executors.newFixedThreadPool(1, threads), 1, Sharing.INTERLEAVED);
    }

    private static Workers threadPerTask(WorkerNaming naming, WorkerThreads threads) {
        Executor executor = task -> threads.newThread(task).start();
        return new OwnWorkers(naming.model(), threads, executor, naming.workers(), Sharing.NOT_AT_ALL);
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public OptionalInt count() {
        return workerPerTask() ? OptionalInt.empty() : OptionalInt.of(gate);
    }

    @Override
    public int gate() {
        return gate;
    }

    @Override
    public boolean workerPerTask() {
        return sharing == Sharing.NOT_AT_ALL;
    }

    @Override
    public boolean interleaves() {
        return sharing == Sharing.INTERLEAVED;
    }

    @Override
    public boolean owns(Thread thread) {
        return threads.made(thread);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public void stop(Duration limit) throws InterruptedException {
        if (executor instanceof ExecutorService service) {
            service.shutdownNow();
            service.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
        }
        long deadline = System.nanoTime() + limit.toNanos();
        for (Thread thread : threads.alive()) {
            thread.interrupt();
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
        }
    }
}
