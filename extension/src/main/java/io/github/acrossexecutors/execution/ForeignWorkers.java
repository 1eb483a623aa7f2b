package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody else's executor as workers: while a thread executes one of our tasks it bears our name and the test's context
 * class loader, and its own again afterwards.
 */
public final class ForeignWorkers implements Workers {

    private final WorkerNaming naming;
    private final Executor executor;
    private final OptionalInt count;
    private final Stop stop;
    private final AtomicInteger seen = new AtomicInteger();
    private final Map<Thread, String> names = new ConcurrentHashMap<>();

    /** How such an executor is stopped. */
    @FunctionalInterface
    public interface Stop {

        /**
         * Stop the executor.
         *
         * @param limit how long to wait for its tasks
         * @throws InterruptedException if the caller is interrupted while it waits
         */
        void within(Duration limit) throws InterruptedException;
    }

    /**
     * Wrap an executor.
     *
     * @param naming names for its threads
     * @param executor what executes the tasks
     * @param count how many of them at once; empty if nobody says, so that no two are made to start together
     * @param stop how to stop it
     */
    public ForeignWorkers(WorkerNaming naming, Executor executor, OptionalInt count, Stop stop) {
        this.naming = naming;
        this.executor = executor;
        this.count = count;
        this.stop = stop;
    }

    @Override
    public String model() {
        return naming.model();
    }

    @Override
    public OptionalInt count() {
        return count;
    }

    @Override
    public int gate() {
        return count.orElse(1);
    }

    @Override
    public boolean mayRunOnCaller() {
        return true;
    }

    @Override
    public boolean owns(Thread thread) {
        return names.containsKey(thread);
    }

    @Override
    public void execute(Runnable task) {
        Thread caller = Thread.currentThread();
        executor.execute(() -> {
            if (Thread.currentThread().equals(caller)) {
                task.run();
            } else {
                asOurs(task);
            }
        });
    }

    private void asOurs(Runnable task) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        ClassLoader contextClassLoader = thread.getContextClassLoader();
        thread.setName(names.computeIfAbsent(thread, unseen -> naming.threadName(seen.incrementAndGet())));
        thread.setContextClassLoader(naming.contextClassLoader());
        try {
            task.run();
        } finally {
            thread.setContextClassLoader(contextClassLoader);
            thread.setName(name);
        }
    }

    @Override
    public void stop(Duration limit) throws InterruptedException {
        stop.within(limit);
        names.clear();
    }
}
