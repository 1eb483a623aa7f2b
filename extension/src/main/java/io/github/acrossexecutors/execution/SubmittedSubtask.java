package io.github.acrossexecutors.execution;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The future of a submitted subtask, which knows whether anybody has asked for its outcome.
 *
 * <p>Who waits for the outcome has asked, and has not if that ends without one; so a subtask that fails while somebody
 * waits is never taken for one nobody asks for. {@code thrown} is written by the worker before the future is done.
 */
final class SubmittedSubtask<T> extends FutureTask<T> {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Throwable thrown;

    SubmittedSubtask(Callable<T> task) {
        super(task);
    }

    @Override
    protected void setException(Throwable failure) {
        thrown = failure;
        super.setException(failure);
    }

    /** What it failed with; empty if somebody has asked, or if it was cancelled. */
    Optional<Throwable> untold() {
        return isCancelled() || asked.get() > 0 ? Optional.empty() : Optional.ofNullable(thrown);
    }

    /** Nobody has asked so far, whoever has waited. */
    void unask() {
        asked.set(0);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        asked.incrementAndGet();
        try {
            return super.get();
        } catch (InterruptedException e) {
            asked.decrementAndGet();
            throw e;
        }
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        asked.incrementAndGet();
        try {
            return super.get(timeout, unit);
        } catch (InterruptedException | TimeoutException e) {
            asked.decrementAndGet();
            throw e;
        }
    }

    /** What JDK 19 and newer have under this name, and call nothing of the above for. */
    public Throwable exceptionNow() {
        Throwable failure = failureNow();
        if (failure == null) {
            throw new IllegalStateException("the subtask ended with a result");
        }
        return failure;
    }

    /** As {@link #exceptionNow}. */
    public T resultNow() {
        Throwable failure = failureNow();
        if (failure != null) {
            throw new IllegalStateException("the subtask failed", failure);
        }
        try {
            return super.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a subtask that has ended was to be waited for", e);
        }
    }

    private @Nullable Throwable failureNow() {
        if (!isDone() || isCancelled()) {
            throw new IllegalStateException(isDone() ? "the subtask was cancelled" : "the subtask has not ended");
        }
        asked.incrementAndGet();
        return thrown;
    }
}
