package io.github.acrossexecutors.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code invokeAll} and {@code invokeAny} of one pool: what is not needed any more is cancelled. */
final class Invocations {

    private final Intake intake;

    Invocations(Intake intake) {
        this.intake = intake;
    }

    <T> List<Future<T>> all(Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
            throws InterruptedException {
        long deadline = deadline(time, unit);
        List<Future<T>> futures = new ArrayList<>();
        boolean ended = false;
        try {
            for (Callable<T> task : tasks) {
                futures.add(intake.submit(task, task, done -> {}));
            }
            for (Future<T> future : futures) {
                if (!await(future, deadline)) {
                    return futures;
                }
            }
            ended = true;
            return futures;
        } finally {
            if (!ended) {
                futures.forEach(future -> future.cancel(true));
            }
        }
    }

    private static boolean await(Future<?> future, long deadline) throws InterruptedException {
        try {
            future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | CancellationException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
        return true;
    }

    <T> T any(Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("there must be a task");
        }
        long deadline = deadline(time, unit);
        BlockingQueue<Future<T>> done = new LinkedBlockingQueue<>();
        List<PoolTask<T>> futures = new ArrayList<>();
        try {
            for (Callable<T> task : tasks) {
                futures.add(intake.submit(task, done));
            }
            return firstResult(done, futures.size(), deadline);
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    private static <T> T firstResult(BlockingQueue<Future<T>> done, int count, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        @Nullable ExecutionException last = null;
        for (int i = 0; i < count; i++) {
            @Nullable Future<T> next = done.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new TimeoutException("no task has succeeded in time");
            }
            try {
                return next.get();
            } catch (ExecutionException e) {
                last = e;
            } catch (CancellationException e) {
                last = new ExecutionException("the pool was shut down", e);
            }
        }
        throw last == null ? new ExecutionException("no task", new IllegalStateException()) : last;
    }

    private static long deadline(long time, TimeUnit unit) {
        return System.nanoTime() + Math.min(unit.toNanos(time), Long.MAX_VALUE >> 1);
    }
}
