package io.github.acrossexecutors.process;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An executor service whose workers are child JVMs: a task has memory of its own, and one that crashes its JVM harms no
 * other.
 *
 * <pre>{@code
 * try (ProcessPool pool = ProcessPool.builder().workers(4).build()) {
 *     Future<Long> pid = pool.submit(() -> ProcessHandle.current().pid());
 *     List<Boolean> primes = pool.map(Primes::isPrime, numbers);
 * }
 * }</pre>
 *
 * <p>Tasks, arguments and results travel, so they must be {@link java.io.Serializable}. A lambda given to {@code submit} is, if
 * what it captures is; one kept in a variable of type {@link Callable} or {@link Runnable} is not, and is refused.
 * Numbers and arrays of primitives travel fastest. Workers get this JVM's class path. They talk through their own pipes;
 * no port is opened. Workers end within a second when this JVM does, however it ends.
 *
 * <p><b>Threads:</b> safe for use by many threads. The pool's own threads are daemons, named after it. In a worker, tasks are
 * executed one after the other on the main thread; what they print is passed on line by line, with the worker's name.
 *
 * <p><b>Failure:</b> see {@link ProcessFuture}. A worker that ends, however it does, fails the task it was executing and
 * is replaced; no other task is lost and none is executed twice. Only where something writes into a worker's own standard
 * output past {@code System.out}, native code or a child process, all fail that the worker had been sent. If the initializer
 * fails, or three workers in a row cannot start, the pool is broken: what waits fails with a {@link
 * ProcessPoolBrokenException}, and nothing is accepted any more.
 *
 * <p><b>Memory effects:</b> as {@link ExecutorService} says for whoever submits and whoever reads results.
 */
public final class ProcessPool implements ExecutorService, AutoCloseable {

    /** So many chunks per worker is what {@link #map(SerializableFunction, Collection)} aims at, as Python's pool does. */
    private static final int CHUNKS_PER_WORKER = 4;

    private final WorkerSettings settings;
    private final Crew crew;
    private final Intake intake;
    private final Invocations invocations;

    ProcessPool(WorkerSettings settings, ClassLoader loader) {
        this.settings = settings;
        Cargo cargo = Cargo.ofPool(settings.maxFrameBytes(), loader, settings.resultFilter());
        this.crew = new Crew(settings, cargo);
        this.intake = new Intake(settings, cargo, crew);
        this.invocations = new Invocations(intake);
    }

    void start() {
        crew.start();
    }

    /**
     * Begin to describe a pool.
     *
     * @return a builder with the defaults
     */
    public static ProcessPoolBuilder builder() {
        return new ProcessPoolBuilder();
    }

    /**
     * Submit a task that returns a result.
     *
     * @param <T> the type of its result
     * @param task the task, which travels as it is now
     * @return what will become of it
     * @throws TaskNotSerializableException if it cannot travel; the message names the path of fields
     * @throws FrameTooLargeException if it is too large to travel
     * @throws RejectedExecutionException if the pool has been shut down or is broken
     */
    public <T extends @Nullable Object> ProcessFuture<T> submit(SerializableCallable<T> task) {
        return intake.submit(task, task, done -> {});
    }

    /**
     * Submit a task without a result.
     *
     * @param task the task, which travels as it is now
     * @return what will become of it
     * @throws TaskNotSerializableException if it cannot travel; the message names the path of fields
     * @throws FrameTooLargeException if it is too large to travel
     * @throws RejectedExecutionException if the pool has been shut down or is broken
     */
    public ProcessFuture<@Nullable Void> submit(SerializableRunnable task) {
        Callable<@Nullable Void> original = () -> {
            task.run();
            return null;
        };
        return intake.submit(original, task, done -> {});
    }

    @Override
    public <T> ProcessFuture<T> submit(Callable<T> task) {
        return intake.submit(task, task, done -> {});
    }

    @Override
    public ProcessFuture<?> submit(Runnable task) {
        return intake.submit(Executors.callable(task), task, done -> {});
    }

    @Override
    public <T> ProcessFuture<T> submit(Runnable task, T result) {
        return intake.submit(Executors.callable(task, result), new RunnableWithResult<>(task, result), done -> {});
    }

    @Override
    public void execute(Runnable task) {
        intake.execute(task);
    }

    /**
     * Apply a function to each input, in chunks of a size that suits their number.
     *
     * @param <A> the type of the inputs
     * @param <B> the type of the results
     * @param function what is applied; each worker gets it once
     * @param inputs to what it is applied
     * @return the results, in the order of the inputs
     * @throws InterruptedException if the caller is interrupted; what is under way is cancelled
     * @throws ExecutionException if the function fails on an input, which the message names; the rest is cancelled
     */
    public <A extends @Nullable Object, B extends @Nullable Object> List<B> map(
            SerializableFunction<? super A, ? extends B> function, Collection<? extends A> inputs)
            throws InterruptedException, ExecutionException {
        int chunks = Math.multiplyExact(settings.workers(), CHUNKS_PER_WORKER);
        return map(function, inputs, Math.max(1, (inputs.size() + chunks - 1) / chunks));
    }

    /**
     * Apply a function to each input, so many inputs at a time.
     *
     * <p>Chunks are sent ahead, so that a worker never waits for its next one. Inputs or results of a chunk that are all
     * {@link Integer}, {@link Long}, {@link Double} or {@link Boolean} travel as an array of primitives.
     *
     * @param <A> the type of the inputs
     * @param <B> the type of the results
     * @param function what is applied; each worker gets it once
     * @param inputs to what it is applied
     * @param chunkSize how many inputs travel together, at least 1
     * @return the results, in the order of the inputs
     * @throws InterruptedException if the caller is interrupted; what is under way is cancelled
     * @throws ExecutionException if the function fails on an input, which the message names; the rest is cancelled
     * @throws IllegalArgumentException if the chunk size is below 1
     */
    public <A extends @Nullable Object, B extends @Nullable Object> List<B> map(
            SerializableFunction<? super A, ? extends B> function, Collection<? extends A> inputs, int chunkSize)
            throws InterruptedException, ExecutionException {
        if (chunkSize < 1) {
            throw new IllegalArgumentException("chunkSize is " + chunkSize + "; it must be at least 1");
        }
        MapFunction travelling = intake.function(function);
        try {
            return new Mapping<A, B>(intake, travelling, inputs, chunkSize, settings.workers()).run();
        } finally {
            intake.forget(travelling);
        }
    }

    /**
     * Submit a task once to every worker that is there now; each executes it after what it has been given before.
     *
     * @param <T> the type of its result
     * @param task the task
     * @return what will become of it in each worker; a worker that ends before fails its own
     * @throws TaskNotSerializableException if it cannot travel; the message names the path of fields
     * @throws FrameTooLargeException if it is too large to travel
     * @throws RejectedExecutionException if the pool has been shut down or is broken
     */
    public <T extends @Nullable Object> List<ProcessFuture<T>> broadcast(SerializableCallable<T> task) {
        return intake.submitToEach(task);
    }

    /** Replace each worker by a fresh one, after the tasks it has been given. One that still starts is fresh. */
    public void replaceWorkers() {
        crew.replaceWorkers();
    }

    /**
     * Tell what the workers are doing, and how those ended that have.
     *
     * @return the last hundred that have ended and all that are alive, in the order of their numbers
     */
    public List<WorkerStatus> workers() {
        return crew.status();
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
        return invocations.all(tasks, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return invocations.all(tasks, timeout, unit);
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        try {
            return invocations.any(tasks, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("centuries have passed", e);
        }
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return invocations.any(tasks, timeout, unit);
    }

    @Override
    public void shutdown() {
        crew.shutdown();
    }

    /**
     * End all workers at once.
     *
     * @return the tasks that no worker had begun; running one executes it in the caller's thread. Their futures, and those
     *     of the tasks that were being executed, are cancelled
     */
    @Override
    public List<Runnable> shutdownNow() {
        return crew.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return crew.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return crew.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return crew.awaitTermination(timeout, unit);
    }

    /**
     * Accept no further tasks, wait until those submitted have been executed, and end the workers.
     *
     * <p>If the caller is interrupted, or was before, the workers are ended at once, and the interrupt is kept.
     */
    @Override
    public void close() {
        shutdown();
        boolean interrupted = false;
        while (!isTerminated()) {
            try {
                awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
                shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
