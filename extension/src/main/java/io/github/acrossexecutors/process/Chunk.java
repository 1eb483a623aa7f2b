package io.github.acrossexecutors.process;

import java.lang.reflect.Array;
import java.util.ArrayList;
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
        if (allAre(Integer.class, values)) {
            return values.stream().mapToInt(value -> (Integer) value).toArray();
        }
        if (allAre(Long.class, values)) {
            return values.stream().mapToLong(value -> (Long) value).toArray();
        }
        if (allAre(Double.class, values)) {
            return values.stream().mapToDouble(value -> (Double) value).toArray();
        }
        if (allAre(Boolean.class, values)) {
            boolean[] array = new boolean[values.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = (Boolean) values.get(i);
            }
            return array;
        }
        return values.toArray();
    }

    private static boolean allAre(Class<?> type, List<? extends @Nullable Object> values) {
        for (Object value : values) {
            if (value == null || value.getClass() != type) {
                return false;
            }
        }
        return !values.isEmpty();
    }

    /** Returns what an array made by {@link #pack} holds. */
    static List<@Nullable Object> unpack(Object array) {
        if (array instanceof Object[] values) {
            return Arrays.asList(values);
        }
        List<@Nullable Object> values = new ArrayList<>(Array.getLength(array));
        if (array instanceof int[] numbers) {
            for (int number : numbers) {
                values.add(number);
            }
        } else if (array instanceof boolean[] truths) {
            for (boolean truth : truths) {
                values.add(truth);
            }
        } else {
            for (int i = 0; i < Array.getLength(array); i++) {
                values.add(Array.get(array, i));
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
            return apply(function, inputs);
        }
    }

    private static Object apply(Function<@Nullable Object, @Nullable Object> function, Object inputs) {
        List<@Nullable Object> values = unpack(inputs);
        List<@Nullable Object> results = new ArrayList<>(values.size());
        for (Object value : values) {
            try {
                results.add(function.apply(value));
            } catch (Throwable e) {
                throw new InputFailedException(results.size(), e);
            }
        }
        return pack(results);
    }

    /** The input of that number in its chunk failed; the cause tells how. */
    static final class InputFailedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        InputFailedException(int index, Throwable cause) {
            super(Integer.toString(index), cause, false, false);
        }
    }
}
