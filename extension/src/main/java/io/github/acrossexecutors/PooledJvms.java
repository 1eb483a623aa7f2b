package io.github.acrossexecutors;

import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.process.WorkerStatus;
import io.github.acrossexecutors.remote.Answer;
import io.github.acrossexecutors.remote.Request;
import io.github.acrossexecutors.remote.WorkerJvms;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The worker JVMs of a process pool.
 *
 * @param owner who gets the pool back; null if nobody does
 * @param pool the pool
 * @param size how many workers it has
 */
record PooledJvms(@Nullable WorkerPools owner, ProcessPool pool, int size) implements WorkerJvms {

    /** The one worker of a pool that its maker ends. */
    static PooledJvms unowned(ProcessPool pool) {
        return new PooledJvms(null, pool, 1);
    }

    @Override
    public OptionalInt count() {
        return OptionalInt.of(size);
    }

    @Override
    public Future<Answer> submit(Request request) {
        return pool.submit(request);
    }

    @Override
    public List<Future<Answer>> broadcast(Request request) {
        return List.copyOf(pool.broadcast(request));
    }

    @Override
    public Set<Long> processes() {
        return pool.workers().stream()
                .filter(worker -> worker.exitCode().isEmpty())
                .map(WorkerStatus::pid)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void stop(boolean broken, Duration limit) {
        if (owner != null) {
            owner.giveBack(pool, size, broken);
        }
    }
}
