package io.github.acrossexecutors.process;

import java.io.Serializable;

/**
 * A task without a result that can travel to another JVM.
 *
 * <p>A lambda of this type is serializable if all it captures is; one typed as a plain {@link Runnable} never is.
 */
@FunctionalInterface
public interface SerializableRunnable extends Runnable, Serializable {}
