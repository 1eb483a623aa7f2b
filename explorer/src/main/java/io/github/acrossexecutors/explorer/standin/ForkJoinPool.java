package io.github.acrossexecutors.explorer.standin;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What copies use of {@code ForkJoinPool}: a thread for each task, which {@code CompletableFuture} promises nothing against.
 * The subject's own uses of that class are not controlled.
 */
public class ForkJoinPool extends AbstractExecutorService {

    /** What {@code Executors} names; never asked. */
    public static final @Nullable ForkJoinWorkerThreadFactory defaultForkJoinWorkerThreadFactory = null;

    private final CountDownLatch shutdown = new CountDownLatch(1);

    /**
     * Make one.
     *
     * @param parallelism ignored
     * @param factory ignored
     * @param handler ignored
     * @param async ignored
     */
    public ForkJoinPool(
            int parallelism,
            @Nullable ForkJoinWorkerThreadFactory factory,
            Thread.@Nullable UncaughtExceptionHandler handler,
            boolean async) {}

    /**
     * The pool that asynchronous methods use by default.
     *
     * @return a fresh one
     */
    public static ForkJoinPool asyncCommonPool() {
        return new ForkJoinPool(1, null, null, true);
    }

    /**
     * Tell how many threads the common pool has.
     *
     * @return 1: copies split no work
     */
    public static int getCommonPoolParallelism() {
        return 1;
    }

    /**
     * Wait.
     *
     * @param blocker for what
     * @throws InterruptedException if interrupted
     */
    public static void managedBlock(ManagedBlocker blocker) throws InterruptedException {
        while (!blocker.isReleasable() && !blocker.block()) {
            // not yet
        }
    }

    /**
     * Help. There is nothing to help with.
     *
     * @param executor ignored
     * @param blocker ignored
     */
    public static void helpAsyncBlocker(Executor executor, ManagedBlocker blocker) {}

    /**
     * Run a task later.
     *
     * @param task which
     * @return it
     */
    public ScheduledTask scheduleDelayedTask(ScheduledTask task) {
        execute(() -> {
            long until = System.nanoTime() + task.delayNanos;
            for (long left = task.delayNanos; left > 0 && !task.isDone(); left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            task.run();
        });
        return task;
    }

    @Override
    public void execute(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void shutdown() {
        shutdown.countDown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown.getCount() == 0;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return shutdown.await(timeout, unit);
    }

    /** What copies use of the JDK's task that is run later. */
    public static final class ScheduledTask extends FutureTask<@Nullable Object> {

        private final long delayNanos;

        /**
         * Make one.
         *
         * @param delayNanos how much later
         * @param period ignored
         * @param immediate ignored
         * @param runnable what to run
         * @param callable ignored
         * @param pool ignored
         */
        public ScheduledTask(
                long delayNanos,
                long period,
                boolean immediate,
                Runnable runnable,
                @Nullable Callable<?> callable,
                ForkJoinPool pool) {
            super(runnable, null);
            this.delayNanos = delayNanos;
        }
    }
}
