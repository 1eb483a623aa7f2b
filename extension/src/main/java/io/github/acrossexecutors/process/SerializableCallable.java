package io.github.acrossexecutors.process;

import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that returns a result and can travel to another JVM.
 *
 * <p>A lambda of this type is serializable if all it captures is; one typed as a plain {@link Callable} never is.
 *
 * @param <T> the type of its result
 */
@FunctionalInterface
public interface SerializableCallable<T extends @Nullable Object> extends Callable<T>, Serializable {}
