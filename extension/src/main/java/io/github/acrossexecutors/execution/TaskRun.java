package io.github.acrossexecutors.execution;

import io.github.acrossexecutors.timing.Span;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a body: handed over by the caller, executed by a worker, awaited by the caller.
 *
 * <p>Protocol: whoever claims it first decides: a worker that does executes the body, a caller that does abandons it, so
 * that a task still queued at the deadline never starts. {@code ended} opens exactly once, either way. An interrupt
 * reaches the worker from its claim to the end of the body and no longer: claim, {@code interrupt} and end hold this
 * object's monitor, so a worker that has just begun is not missed, and one that has gone on to another task never hit.
 */
final class TaskRun implements Runnable {

    private final String name;
    private final int task;
    private final TaskBody body;
    private final RoundClock clock;
    private final BodyThreads bodyThreads;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Guarded by the monitor. */
    private boolean claimed;
    /** Written by the worker under the monitor, read by the caller: null before and after the body. */
    private volatile @Nullable Thread worker;
    /** Those below are written by the worker before {@code ended} opens and read by the caller after. */
    private @Nullable Throwable thrown;

    private @Nullable Span span;
    private String workerName = "no worker";
    private OptionalLong workerId = OptionalLong.empty();
    private boolean leftInterrupted;

    TaskRun(String name, int task, TaskBody body, RoundClock clock, BodyThreads bodyThreads) {
        this.name = name;
        this.task = task;
        this.body = body;
        this.clock = clock;
        this.bodyThreads = bodyThreads;
    }

    /** What this is in a message: {@code task 3}. */
    String name() {
        return name;
    }

    @Override
    public void run() {
        if (!claim(Thread.currentThread())) {
            return;
        }
        try {
            clock.awaitGate();
            executeBody();
        } catch (Throwable t) {
            thrown = t;
        } finally {
            release();
        }
    }

    private void executeBody() throws Throwable {
        long startCpu = CpuClock.currentThreadNanos();
        long startNanos = clock.nanos();
        try {
            bodyThreads.watch(body, task);
        } finally {
            long endNanos = clock.nanos();
            long endCpu = CpuClock.currentThreadNanos();
            span = new Span(task, workerName, startNanos, endNanos, CpuClock.spent(startCpu, endCpu));
        }
    }

    private synchronized boolean claim(@Nullable Thread by) {
        if (claimed) {
            return false;
        }
        claimed = true;
        worker = by;
        if (by != null) {
            workerName = nameOf(by);
            workerId = OptionalLong.of(by.getId());
        }
        return true;
    }

    private synchronized void release() {
        worker = null;
        leftInterrupted = Thread.interrupted();
        ended.countDown();
    }

    /** Give the task up, unless a worker has begun it; a caller that could not hand it over says why. */
    boolean abandon(@Nullable Throwable why) {
        if (!claim(null)) {
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

    /** The identifier of the thread it ran on; only once it has ended, and only if it had begun. */
    OptionalLong workerId() {
        return hasEnded() ? workerId : OptionalLong.empty();
    }

    boolean leftInterrupted() {
        return hasEnded() && leftInterrupted;
    }

    static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "thread #" + thread.getId() : thread.getName();
    }
}
