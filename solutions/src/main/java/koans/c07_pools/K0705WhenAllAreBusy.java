package koans.c07_pools;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Koan 0705, solved: a queue with an end, and a caller that works when the end is reached. */
public final class K0705WhenAllAreBusy {

    private K0705WhenAllAreBusy() {}

    /**
     * Make a service with a limit to what it takes.
     *
     * @param workers how many tasks it runs at once, at least 1
     * @param room how many more may wait, at least 1
     * @return the service; whoever hands over more than that runs it
     */
    public static ExecutorService service(int workers, int room) {
        return new ThreadPoolExecutor(
                // All threads at once: the second number would count only when the queue is full.
                workers,
                workers,
                0,
                TimeUnit.SECONDS,
                // The end of the queue is what makes the pool say no.
                new ArrayBlockingQueue<>(room),
                K0705WhenAllAreBusy::runOrRefuse);
    }

    private static void runOrRefuse(Runnable task, ThreadPoolExecutor pool) {
        // CallerRunsPolicy would drop it here, and nobody would hear of it.
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("this service is shut down");
        }
        // On the thread that called execute, which cannot hand over more meanwhile.
        task.run();
    }
}
