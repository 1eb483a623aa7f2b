package io.github.acrossexecutors.execution;

import io.github.acrossexecutors.timing.Span;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a body: handed over by the caller, executed by a worker, awaited by the caller.
 *
 * <p>Protocol: whoever wins {@code claimed} decides: a worker that wins executes the body, a caller that wins abandons
 * it, so that a task still queued at the deadline never starts. {@code ended} opens exactly once, either way. An
 * interrupt reaches the worker only while it is in the body: {@code interrupt} and the end of the body both hold this
 * object's monitor, so a worker that has gone on to another task is never hit.
 */
final class TaskRun implements Runnable {

    private final String kind;
    private final int task;
    private final TaskBody body;
    private final RoundClock clock;
    private final BodyThreads bodyThreads;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Written by the worker under the monitor, read by the caller: null before and after the body. */
    private volatile @Nullable Thread worker;
    /** Those below are written by the worker before {@code ended} opens and read by the caller after. */
    private @Nullable Throwable thrown;

    private @Nullable Span span;
    private String workerName = "no worker";
    private boolean leftInterrupted;

    TaskRun(String kind, int task, TaskBody body, RoundClock clock, BodyThreads bodyThreads) {
        this.kind = kind;
        this.task = task;
        this.body = body;
        this.clock = clock;
        this.bodyThreads = bodyThreads;
    }

    /** What this is in a message: {@code task 3}. */
    String name() {
        return kind + " " + task;
    }

    @Override
    public void run() {
        if (!claimed.compareAndSet(false, true)) {
            return;
        }
        Thread current = Thread.currentThread();
        worker = current;
        workerName = nameOf(current);
        long startNanos = 0;
        long startCpu = CpuClock.UNKNOWN;
        try {
            clock.awaitGate();
            startCpu = CpuClock.currentThreadNanos();
            startNanos = clock.nanos();
            bodyThreads.watch(body, task);
        } catch (Throwable t) {
            thrown = t;
        } finally {
            long endNanos = clock.nanos();
            long endCpu = CpuClock.currentThreadNanos();
            span = new Span(
                    task, workerName, startNanos, Math.max(startNanos, endNanos), CpuClock.spent(startCpu, endCpu));
            release();
        }
    }

    private synchronized void release() {
        worker = null;
        leftInterrupted = Thread.interrupted();
        ended.countDown();
    }

    /** Give the task up, unless a worker has begun it; a caller that could not hand it over says why. */
    boolean abandon(@Nullable Throwable why) {
        if (!claimed.compareAndSet(false, true)) {
            return false;
        }
        thrown = why;
        ended.countDown();
        return true;
    }

    synchronized void interrupt() {
        Thread current = worker;
        if (current != null) {
            current.interrupt();
        }
    }

    boolean await(long nanos) throws InterruptedException {
        return ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** The worker that is in the body at this moment. */
    Optional<Thread> worker() {
        return Optional.ofNullable(worker);
    }

    Optional<Throwable> thrown() {
        return hasEnded() ? Optional.ofNullable(thrown) : Optional.empty();
    }

    Optional<Span> span() {
        return hasEnded() ? Optional.ofNullable(span) : Optional.empty();
    }

    /** Where it ran; only once it has ended. */
    String workerName() {
        return hasEnded() ? workerName : "a worker that hangs";
    }

    boolean leftInterrupted() {
        return hasEnded() && leftInterrupted;
    }

    static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "thread #" + thread.getId() : thread.getName();
    }
}
