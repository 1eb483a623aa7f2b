package io.github.acrossexecutors.process;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things later, on one daemon thread of a pool; what is asked for after its end never happens. */
final class Deadlines implements AutoCloseable {

    /** A JVM that has not said anything after this long never will. */
    private static final long START_SECONDS = 60;
    /** A worker ends itself within a second where the machine has one to give; past this it is stuck. */
    private static final long LEAVE_SECONDS = 15;
    /** How long a worker may take to tell where its task hangs. */
    private static final long STACK_MILLIS = 2_000;

    private final ScheduledThreadPoolExecutor executor;

    Deadlines(String pool) {
        executor = new ScheduledThreadPoolExecutor(1, DaemonThreads.named(pool + "-deadlines"));
        executor.setRejectedExecutionHandler((task, ended) -> {});
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void task(long nanos, Runnable action) {
        later(action, nanos, TimeUnit.NANOSECONDS);
    }

    void start(Runnable action) {
        later(action, START_SECONDS, TimeUnit.SECONDS);
    }

    void leave(Runnable action) {
        later(action, LEAVE_SECONDS, TimeUnit.SECONDS);
    }

    void soon(Runnable action) {
        later(action, STACK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever is no longer concerned when it happens does nothing
    private void later(Runnable action, long delay, TimeUnit unit) {
        executor.schedule(action, delay, unit);
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
