package io.github.acrossexecutors.execution;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
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
    /** Weak, and kept beyond a thread's end, so that one in its last instructions is still known as ours. */
    private final Set<Thread> threads = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

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
        return ours(factory.newThread(task));
    }

    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
        return ours(new ForkJoinWorkerThread(pool) {});
    }

    boolean made(Thread thread) {
        return threads.contains(thread);
    }

    List<Thread> alive() {
        synchronized (threads) {
            return threads.stream().filter(Thread::isAlive).toList();
        }
    }

    private <T extends Thread> T ours(T thread) {
        thread.setName(naming.threadName(made.incrementAndGet()));
        thread.setDaemon(true);
        thread.setContextClassLoader(naming.contextClassLoader());
        threads.add(thread);
        return thread;
    }
}
