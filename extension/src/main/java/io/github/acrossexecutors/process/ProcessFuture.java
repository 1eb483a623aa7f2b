package io.github.acrossexecutors.process;

import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task in a worker JVM.
 *
 * <p>{@code cancel(true)} of a task that is being executed ends its worker, which is replaced; {@code cancel(false)} lets
 * it run to its end and drops the result. A task that waits in the pool is never executed once it is cancelled; one that was
 * sent ahead to a busy worker is called back, and executed only if its turn comes before the call.
 *
 * <p><b>Failure:</b> {@code get} throws an {@link java.util.concurrent.ExecutionException}. Its cause is what the task
 * threw, rebuilt in this JVM, or else a {@link RemoteTaskException}; a {@link WorkerDiedException} if the worker ended; a
 * {@link java.util.concurrent.TimeoutException} if the task ran out of its time.
 *
 * <p><b>Memory effects:</b> what happened before the submission of a task is seen by whoever reads its result; memory
 * itself is never shared.
 *
 * @param <T> the type of the task's result
 */
public interface ProcessFuture<T extends @Nullable Object> extends Future<T> {

    /**
     * Tell where and when the task was executed.
     *
     * @return what its worker measured; empty until the worker has answered
     */
    Optional<TaskTiming> timing();
}
