package io.github.acrossexecutors.process;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One task of a pool: what is sent, and the future of what comes back. */
final class PoolTask<T extends @Nullable Object> extends FutureTask<T> implements ProcessFuture<T> {

    private final Frame frame;
    private final @Nullable MapFunction function;
    private final Callable<T> original;
    private final long submittedNanos = System.nanoTime();
    private final Crew crew;
    private final Consumer<PoolTask<T>> whenDone;

    /** Written by the reader thread of the worker before the task is done. */
    private volatile @Nullable TaskTiming timing;

    /** Written before the task is done. */
    private volatile boolean failed;

    /** Who has it; guarded by the crew's lock, as are those below. */
    @Nullable
    CrewMember member;
    /** The worker is to end as soon as it begins this task: it was cancelled too late for being recalled. */
    boolean endItsWorker;
    /** Where the task was when its time had run out. */
    @Nullable
    String overdueAt;
    /** What was written for it. */
    int sentBytes;
    /** It is meant for this worker and no other. */
    @Nullable
    CrewMember onlyFor;

    PoolTask(
            Crew crew,
            Callable<T> original,
            Frame frame,
            @Nullable MapFunction function,
            Consumer<PoolTask<T>> whenDone) {
        super(original);
        this.crew = crew;
        this.original = original;
        this.frame = frame;
        this.function = function;
        this.whenDone = whenDone;
    }

    Frame frame() {
        return frame;
    }

    @Nullable
    MapFunction function() {
        return function;
    }

    long id() {
        return frame.id();
    }

    @SuppressWarnings("unchecked")
    void complete(Times times, CrewMember by, @Nullable Object result) {
        timing = times.timing(by.id(), by.pid(), submittedNanos, by.aheadNanos());
        set((T) result);
    }

    void fail(Times times, CrewMember by, Throwable thrown) {
        timing = times.timing(by.id(), by.pid(), submittedNanos, by.aheadNanos());
        setException(thrown);
    }

    void fail(Throwable thrown) {
        setException(thrown);
    }

    @Override
    protected void setException(Throwable thrown) {
        failed = true;
        super.setException(thrown);
    }

    boolean hasFailed() {
        return failed;
    }

    /** Returns the task as {@code shutdownNow} gives it back: running it executes it in the caller's thread. */
    Runnable original() {
        return new FutureTask<>(original);
    }

    @Override
    public Optional<TaskTiming> timing() {
        return Optional.ofNullable(timing);
    }

    @Override
    public boolean cancel(boolean mayEndWorker) {
        if (!super.cancel(false)) {
            return false;
        }
        crew.cancelled(this, mayEndWorker);
        return true;
    }

    /** Ends it without a word to the crew, which already knows. */
    void drop() {
        super.cancel(false);
    }

    @Override
    public void run() {
        throw new UnsupportedOperationException("a worker executes this task, not this JVM");
    }

    @Override
    protected void done() {
        whenDone.accept(this);
    }
}
