package io.github.acrossexecutors.process;

import java.io.Serializable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that can travel to another JVM.
 *
 * @param <A> the type of its argument
 * @param <B> the type of its result
 */
@FunctionalInterface
public interface SerializableFunction<A extends @Nullable Object, B extends @Nullable Object>
        extends Function<A, B>, Serializable {}
