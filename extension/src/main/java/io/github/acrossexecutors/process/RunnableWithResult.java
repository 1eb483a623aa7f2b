package io.github.acrossexecutors.process;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A task and what its future is to return; only both together travel.
 *
 * @param task what is executed
 * @param result what comes back
 */
record RunnableWithResult<T extends @Nullable Object>(Runnable task, T result)
        implements SerializableCallable<T>, Serializable {

    @Override
    public T call() {
        task.run();
        return result;
    }
}
