package io.github.acrossexecutors.execution;

import io.github.acrossexecutors.timing.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a body: handed over by the caller, executed by a worker, awaited by the caller.
 *
 * <p>Protocol: whoever claims it first decides: a worker that does executes the body, a caller that does abandons it, so
 * that a task still queued at the deadline never starts. After the body the worker either holds ({@link #run}) or leaves
 * the task to a loop ({@link #runOn}) until its {@link TaskEnd} is over; in between the worker executes its continuations.
 * {@code ended} opens exactly once, in any case.
 *
 * <p>An interrupt gives the task up. It reaches the worker from where it enters the task to where it leaves it and no
 * longer: claim, enter, {@code interrupt} and leave hold this object's monitor, so a worker that has just begun is not
 * missed, and one that has gone on to another task never hit. A task that no worker is in, because a loop has gone on, is
 * ended by the interrupt itself. The monitor of the {@code TaskEnd} is taken inside this one, never around it.
 */
final class TaskRun implements Runnable {

    private static final long NEVER = -1;

    private final String name;
    private final int task;
    private final TaskBody body;
    private final RoundClock clock;
    private final BodyThreads bodyThreads;
    private final TaskEnd end;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Guarded by the monitor; so is the next. */
    private boolean claimed;

    private boolean interruptedHere;
    /** Written under the monitor, read by the caller: null while no worker is in the task. */
    private volatile @Nullable Thread worker;
    /** Written by the worker that is in the task, and under the monitor read where it ends. */
    private long startNanos = NEVER;

    private OptionalLong cpuNanos = OptionalLong.of(0);
    /** Those below are written before {@code ended} opens and read by the caller after. */
    private @Nullable Span span;

    private String workerName = "no worker";
    private OptionalLong workerId = OptionalLong.empty();
    private boolean leftInterrupted;
    private boolean leftForeignInterrupt;

    TaskRun(String name, int task, TaskBody body, RoundClock clock, BodyThreads bodyThreads) {
        this.name = name;
        this.task = task;
        this.body = body;
        this.clock = clock;
        this.bodyThreads = bodyThreads;
        this.end = body.prepareEnd(task);
    }

    /** What this is in a message: {@code task 3}. */
    String name() {
        return name;
    }

    /** Execute the body and hold the current thread until the task is over. */
    @Override
    public void run() {
        Semaphore events = new Semaphore(0);
        if (begin(events::release)) {
            hold(events);
            leave();
        }
    }

    /** Execute the body and let a loop, whose thread this is, execute what comes after between other tasks. */
    void runOn(Executor loop) {
        if (begin(() -> loop.execute(this::goOn))) {
            leave();
        }
    }

    private boolean begin(Runnable wakeUp) {
        if (!claim(Thread.currentThread())) {
            return false;
        }
        try {
            clock.awaitGate();
            startNanos = clock.nanos();
            end.begin(clock::nanos, wakeUp);
            execute(body);
        } catch (InterruptedException e) {
            end.fail(e);
        }
        return true;
    }

    /** On a semaphore, because the worker may be JUnit's own thread, whose pool would start further tests on a future. */
    private void hold(Semaphore events) {
        try {
            while (!end.settle()) {
                events.acquire();
                executeNext();
            }
        } catch (InterruptedException e) {
            if (end.settle()) {
                // It came as the last thing was done, or after the task was given up: nobody waits any more.
                Thread.currentThread().interrupt();
            } else {
                end.fail(new InterruptedException("interrupted while " + end.unfinished()));
            }
        }
    }

    private void goOn() {
        if (enter()) {
            executeNext();
            leave();
        }
    }

    private void executeNext() {
        Runnable continuation = end.next();
        if (continuation != null) {
            execute(index -> continuation.run());
        }
    }

    private void execute(TaskBody piece) {
        long startCpu = CpuClock.currentThreadNanos();
        try {
            bodyThreads.watch(piece, task);
            end.pieceDone();
        } catch (Throwable t) {
            end.fail(t);
        } finally {
            cpuNanos = CpuClock.sum(cpuNanos, CpuClock.spent(startCpu, CpuClock.currentThreadNanos()));
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

    private synchronized boolean enter() {
        if (hasEnded()) {
            return false;
        }
        worker = Thread.currentThread();
        return true;
    }

    private synchronized void leave() {
        worker = null;
        boolean flag = Thread.interrupted();
        leftInterrupted |= flag;
        leftForeignInterrupt |= flag && !interruptedHere;
        if (end.settle()) {
            open();
        }
    }

    /** Tell everyone that the task has ended. */
    private void open() {
        if (startNanos != NEVER) {
            span = new Span(task, workerName, startNanos, end.nanos(), cpuNanos);
        }
        ended.countDown();
    }

    /** Give the task up, unless a worker has begun it; a caller that could not hand it over says why. */
    boolean abandon(@Nullable Throwable why) {
        if (!claim(null)) {
            return false;
        }
        if (why != null) {
            end.fail(why);
        }
        ended.countDown();
        return true;
    }

    synchronized void interrupt() {
        if (!claimed || hasEnded()) {
            return;
        }
        end.giveUp();
        Thread current = worker;
        if (current != null) {
            interruptedHere = true;
            current.interrupt();
        } else {
            open();
        }
    }

    boolean await(long nanos) throws InterruptedException {
        return ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    synchronized boolean hasBegun() {
        return claimed;
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** The worker that is in the task at this moment. */
    Optional<Thread> worker() {
        return Optional.ofNullable(worker);
    }

    /** Which task it is and what it waits for besides its body; empty if for nothing. */
    Optional<String> unfinished() {
        return Optional.of(end.unfinished()).filter(what -> !what.isEmpty()).map(what -> name + ": " + what);
    }

    /** All that failed; only once it has ended. */
    List<Throwable> thrown() {
        return hasEnded() ? end.thrown() : List.of();
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

    /**
     * Whether it ran on the current thread and left it interrupted, by nobody here: for all one knows an interrupt from
     * outside that was meant for that thread, and that the body passed on.
     */
    boolean leftCallerInterrupted() {
        return hasEnded()
                && leftForeignInterrupt
                && workerId.equals(OptionalLong.of(Thread.currentThread().getId()));
    }

    /** Whether it was interrupted from here, rather than by its body or from outside. */
    synchronized boolean wasInterruptedHere() {
        return interruptedHere;
    }

    /** Let it fail after it has ended. */
    void failLate(Throwable why) {
        end.fail(why);
    }

    static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "thread #" + thread.getId() : thread.getName();
    }
}
