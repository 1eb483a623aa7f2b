package io.github.acrossexecutors.execution;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads of one model for one test: named {@code fixed-pool-3 fetchesAPage}, daemons, with the context class
 * loader of the test, and remembered.
 *
 * <p><b>Threads:</b> safe; a pool may ask for threads from any of its own.
 */
public final class WorkerThreads implements ThreadFactory, ForkJoinPool.ForkJoinWorkerThreadFactory {

    private final WorkerNaming naming;
    private final ThreadFactory factory;
    private final AtomicInteger made = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private WorkerThreads(WorkerNaming naming, ThreadFactory factory) {
        this.naming = naming;
        this.factory = factory;
    }

    /**
     * Make platform threads.
     *
     * @param naming what they are called
     * @return a maker of such threads
     */
    public static WorkerThreads platform(WorkerNaming naming) {
        return new WorkerThreads(naming, Thread::new);
    }

    static WorkerThreads virtual(WorkerNaming naming) {
        return new WorkerThreads(naming, VirtualThreadSupport.factory());
    }

    @Override
    public Thread newThread(Runnable task) {
        return ours(factory.newThread(() -> {
            try {
                task.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        }));
    }

    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
        return ours(new Worker(pool, threads));
    }

    boolean made(Thread thread) {
        return threads.contains(thread);
    }

    /** The threads that have not ended; one that was made but never started is among them. */
    Set<Thread> alive() {
        return Set.copyOf(threads);
    }

    private <T extends Thread> T ours(T thread) {
        thread.setName(naming.threadName(made.incrementAndGet()));
        thread.setDaemon(true);
        thread.setContextClassLoader(naming.contextClassLoader());
        threads.add(thread);
        return thread;
    }

    private static final class Worker extends ForkJoinWorkerThread {

        private final Set<Thread> threads;

        Worker(ForkJoinPool pool, Set<Thread> threads) {
            super(pool);
            this.threads = threads;
        }

        @Override
        protected void onTermination(Throwable cause) {
            threads.remove(this);
            super.onTermination(cause);
        }
    }
}
