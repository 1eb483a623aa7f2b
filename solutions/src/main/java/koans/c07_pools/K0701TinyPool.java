package koans.c07_pools;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/**
 * Koan 0701, solved: a queue, and threads that take from it until they take the task that means "go home".
 *
 * <p>Threads: any number of threads may hand over. The workers share the queue alone. Memory effects: what was done
 * before a task was handed over is seen by the task.
 */
public final class K0701TinyPool {

    /** Known by its identity, and never run. */
    @SuppressWarnings("UnnecessaryLambda") // an object of its own
    private static final Runnable HOME = () -> {};

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();

    // Guarded by this, together with the order of what is put: no task may come behind the last HOME.
    private boolean closed;

    /**
     * Make a pool and start its workers.
     *
     * @param workers how many threads it has, until it is closed
     */
    public K0701TinyPool(int workers) {
        for (int i = 1; i <= workers; i++) {
            Thread worker = new Thread(this::work, "tiny-pool-" + i);
            // Once for each worker and never for a task: that is what a pool saves.
            worker.start();
            this.workers.add(worker);
        }
    }

    @SuppressWarnings("ReferenceEquality") // HOME is one object
    private void work() {
        try {
            // The loop is the pool: take waits for a task, the oldest comes first, and HOME comes behind them all.
            for (Runnable task = tasks.take(); task != HOME; task = tasks.take()) {
                run(task);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // Stays in here: one step further out it would end the worker. It is told, for nobody else will hear of it.
            System.err.println("a task of the tiny pool failed: " + e);
        } finally {
            // An interrupt was meant for the task; left set, it would end the next wait for work.
            Thread.interrupted();
        }
    }

    /**
     * Hand a task over and do not wait for it.
     *
     * @param task what some worker is to run
     * @throws RejectedExecutionException if the pool is closed
     */
    public synchronized void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("this pool is closed");
        }
        // Unlike put, add never waits; this queue has room for all.
        tasks.add(task);
    }

    /**
     * Take no more tasks, and wait until those that were taken have run and the workers are gone.
     *
     * @throws InterruptedException if the caller is interrupted while it waits; the workers finish all the same
     */
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            // One for each: whoever takes one goes home and takes no other.
            workers.forEach(worker -> tasks.add(HOME));
        }
        // Outside the lock, which execute needs to be able to refuse.
        for (Thread worker : workers) {
            worker.join();
        }
    }
}
