package io.github.acrossexecutors;

import io.github.acrossexecutors.process.SerializableCallable;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Brings an executor of your own as an execution model.
 *
 * <pre>{@code
 * public final class CheckoutPool implements ExecutorProvider {
 *     public Executor start(ProviderSettings settings) {
 *         return Executors.newFixedThreadPool(settings.workers(), settings.threadFactory());
 *     }
 *     public OptionalInt workers(ProviderSettings settings) {
 *         return OptionalInt.of(settings.workers());
 *     }
 * }
 * }</pre>
 *
 * <p>A provider is made through its constructor without parameters, once for each annotated method or class; {@code
 * start} and {@code stop} are called once for each test that runs on it.
 *
 * <p>An executor whose workers are other JVMs says so by {@link #placement}, and gets tasks that can travel:
 *
 * <pre>{@code
 * public final class Children implements ExecutorProvider {
 *     public Executor start(ProviderSettings settings) {
 *         return ProcessPool.builder().workers(settings.workers()).build();
 *     }
 *     public Placement placement() {
 *         return Placement.OTHER_JVMS;
 *     }
 *     public <T> Collection<? extends Future<T>> broadcast(Executor executor, SerializableCallable<T> task) {
 *         return ((ProcessPool) executor).broadcast(task);
 *     }
 * }
 * }</pre>
 *
 * <p><b>Threads:</b> called on JUnit's thread alone. While one of its threads executes a task, that thread bears the
 * task's name and the test's context class loader.
 *
 * <p><b>Failure:</b> whatever method of a provider throws or returns null, the test fails and names it; a task that its
 * executor rejects fails with the executor's own words.
 */
public interface ExecutorProvider {

    /**
     * Start an executor.
     *
     * @param settings what the test asks for
     * @return the executor; not null
     * @throws Exception if it cannot be started, which fails the test
     */
    Executor start(ProviderSettings settings) throws Exception;

    /**
     * {@return the model's name in display names, tables and reports; the simple name of the class by default}
     */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Tell how many tasks the executor runs at once, so that as many of them can be made to start together.
     *
     * @param settings what the test asks for
     * @return the number, at least 1; empty, the default, if it is not known: then no two tasks are made to start
     *     together
     */
    default OptionalInt workers(ProviderSettings settings) {
        return OptionalInt.empty();
    }

    /**
     * {@return where the workers are; in this JVM by default}
     */
    default Placement placement() {
        return Placement.THIS_JVM;
    }

    /**
     * Execute a task once in each JVM that executes tasks, to open and to close the life-cycle of a test there. Asked only
     * where {@link #placement} is {@link Placement#OTHER_JVMS}, and then to be overridden.
     *
     * @param <T> the type of the task's result
     * @param executor what {@code start} returned
     * @param task what to execute
     * @return one future for each JVM
     * @throws Exception if it cannot be done, which fails the test
     */
    default <T> Collection<? extends Future<T>> broadcast(Executor executor, SerializableCallable<T> task)
            throws Exception {
        throw new UnsupportedOperationException(
                "a provider whose placement() is OTHER_JVMS has to override broadcast()");
    }

    /**
     * Stop an executor that {@code start} returned. By default an {@code ExecutorService} is shut down, interrupted if it
     * does not end in time; any other executor is left alone.
     *
     * @param executor what {@code start} returned
     * @param limit how long it may take
     * @throws InterruptedException if interrupted while waiting
     */
    default void stop(Executor executor, Duration limit) throws InterruptedException {
        if (executor instanceof ExecutorService service) {
            service.shutdown();
            try {
                service.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                service.shutdownNow();
            }
        }
    }
}
