package io.github.acrossexecutors.process;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Inputs or results of {@code map} that travel together: as an array of primitives if all are of one such type, which is 4
 * to 7 times cheaper than as objects.
 */
final class Chunk {

    private Chunk() {}

    /** Packs what a list holds into an array. */
    static Object pack(List<? extends @Nullable Object> values) {
        return pack(values.toArray());
    }

    private static Object pack(@Nullable Object[] values) {
        if (allAre(Integer.class, values)) {
            int[] array = new int[values.length];
            for (int i = 0; i < array.length; i++) {
                array[i] = (Integer) values[i];
            }
            return array;
        }
        if (allAre(Boolean.class, values)) {
            boolean[] array = new boolean[values.length];
            for (int i = 0; i < array.length; i++) {
                array[i] = (Boolean) values[i];
            }
            return array;
        }
        if (allAre(Long.class, values)) {
            return Arrays.stream(values).mapToLong(value -> (Long) value).toArray();
        }
        if (allAre(Double.class, values)) {
            return Arrays.stream(values).mapToDouble(value -> (Double) value).toArray();
        }
        return values;
    }

    private static boolean allAre(Class<?> type, @Nullable Object[] values) {
        for (Object value : values) {
            if (value == null || value.getClass() != type) {
                return false;
            }
        }
        return values.length > 0;
    }

    /** Returns what an array made by {@link #pack} holds. */
    static @Nullable Object[] unpack(Object array) {
        if (array instanceof @Nullable Object[] values) {
            return values;
        }
        @Nullable Object[] values = new Object[Array.getLength(array)];
        if (array instanceof int[] numbers) {
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers[i];
            }
        } else if (array instanceof boolean[] truths) {
            for (int i = 0; i < values.length; i++) {
                values[i] = truths[i];
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = Array.get(array, i);
            }
        }
        return values;
    }

    /**
     * The task of applying a function to each input of a chunk.
     *
     * @param function the function
     * @param inputs what {@link #pack} made
     */
    record Work(Function<@Nullable Object, @Nullable Object> function, Object inputs) implements Callable<Object> {

        @Override
        public Object call() {
            @Nullable Object[] values = unpack(inputs);
            @Nullable Object[] results = new Object[values.length];
            for (int i = 0; i < results.length; i++) {
                try {
                    results[i] = function.apply(values[i]);
                } catch (Throwable e) {
                    throw new InputFailedException(i, e);
                }
            }
            return pack(results);
        }
    }

    /** The input of that number in its chunk failed; the cause tells how. */
    static final class InputFailedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        InputFailedException(int index, Throwable cause) {
            super(Integer.toString(index), cause, false, false);
        }
    }
}
