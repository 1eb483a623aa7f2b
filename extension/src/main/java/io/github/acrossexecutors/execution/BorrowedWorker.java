package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One worker of a model, kept for a whole invocation, so that a body and its life-cycle methods share their
 * thread-locals.
 *
 * <p>Protocol: the worker executes {@link #serve}, which waits for the permit of {@code handedOver}, executes {@code
 * next} and waits again until {@code closed}. The caller writes {@code next} and {@code closed} before it releases the
 * permit and writes neither again before the task has ended, so there is never more than one permit. A worker that hangs
 * for good is lost: what comes after, {@code @AfterEach} for one, runs on the caller.
 *
 * <p><b>Threads:</b> for the caller alone.
 */
public final class BorrowedWorker implements AutoCloseable {

    private final Workers workers;
    private final Duration timeout;
    private final BodyThreads bodyThreads;
    private final Semaphore handedOver = new Semaphore(0);

    private @Nullable TaskRun next;
    private boolean closed;
    /** Used by the caller alone. */
    private boolean borrowed;

    private boolean onCaller;

    /**
     * Borrow a worker on the first execution.
     *
     * @param workers whose worker
     * @param timeout the limit of each execution; more than zero
     * @param bodyThreads takes note of the threads that bodies start
     */
    public BorrowedWorker(Workers workers, Duration timeout, BodyThreads bodyThreads) {
        this.workers = workers;
        this.timeout = timeout;
        this.bodyThreads = bodyThreads;
        this.onCaller = workers.callerRuns();
    }

    /**
     * Execute a piece of the invocation on the borrowed worker and wait for it.
     *
     * @param number the number of the round, from 1
     * @param warmup whether it is a warm-up round
     * @param body what to execute, as task 0
     * @return its time and its failure, if there is one
     * @throws InterruptedException if the caller is interrupted; the worker is interrupted then and given a second
     */
    public RoundResult run(int number, boolean warmup, TaskBody body) throws InterruptedException {
        RoundClock clock = RoundClock.running();
        TaskRun run = new TaskRun("task 0", 0, body, clock, bodyThreads);
        RoundRecord result = RoundRecord.of(number, warmup, List.of(run), clock);
        borrow(run);
        if (onCaller) {
            runOnCaller(run, result);
        } else {
            runOnWorker(run, result);
        }
        return result.result();
    }

    private void borrow(TaskRun run) {
        if (onCaller || borrowed) {
            return;
        }
        borrowed = true;
        Thread borrower = Thread.currentThread();
        try {
            workers.execute(() -> serve(borrower));
        } catch (RuntimeException e) {
            onCaller = true;
            run.abandon(new IllegalStateException(workers.model() + " did not take the task: " + e, e));
        }
    }

    private void runOnCaller(TaskRun run, RoundRecord result) {
        HangWatch watch = new HangWatch(() -> List.of(run), timeout, workers.model());
        try (watch) {
            run.run();
        }
        watch.hang().ifPresent(result::hung);
    }

    private void runOnWorker(TaskRun run, RoundRecord result) throws InterruptedException {
        next = run;
        handedOver.release();
        try {
            if (!run.await(timeout.toNanos())) {
                result.hung(Hang.end(List.of(run), timeout, workers.model()));
            }
        } catch (InterruptedException e) {
            throw Hang.interruptedFromOutside(e, List.of(run), timeout, workers.model());
        } finally {
            boolean workerIsBack = run.span().isPresent();
            onCaller = !workerIsBack;
        }
    }

    private void serve(Thread borrower) {
        if (Thread.currentThread().equals(borrower)) {
            // An executor that runs what it is given at once: there is no worker to borrow.
            onCaller = true;
            return;
        }
        while (true) {
            handedOver.acquireUninterruptibly();
            TaskRun run = next;
            if (closed || run == null) {
                return;
            }
            run.run();
        }
    }

    /** Give the worker back. */
    @Override
    public void close() {
        closed = true;
        handedOver.release();
    }
}
