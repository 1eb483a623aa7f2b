package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.trace.Label;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** Field updaters that know the name of their field, which the JDK's keep to themselves. */
public final class FieldUpdaters {

    private FieldUpdaters() {}

    /** One that knows. */
    interface Named {

        /** The field, named as where it is used directly: {@code Counter.value}. */
        String field();
    }

    /**
     * Remember the field.
     *
     * @param <T> the field's class
     * @param updater what the JDK made
     * @param owner the field's class
     * @param field its name
     * @return one that does the same
     */
    public static <T> AtomicIntegerFieldUpdater<T> named(
            AtomicIntegerFieldUpdater<T> updater, Class<?> owner, String field) {
        return new Ints<>(updater, shown(owner, field));
    }

    /**
     * Remember the field.
     *
     * @param <T> the field's class
     * @param updater what the JDK made
     * @param owner the field's class
     * @param field its name
     * @return one that does the same
     */
    public static <T> AtomicLongFieldUpdater<T> named(AtomicLongFieldUpdater<T> updater, Class<?> owner, String field) {
        return new Longs<>(updater, shown(owner, field));
    }

    /**
     * Remember the field.
     *
     * @param <T> the field's class
     * @param <V> its type
     * @param updater what the JDK made
     * @param owner the field's class
     * @param field its name
     * @return one that does the same
     */
    public static <T, V> AtomicReferenceFieldUpdater<T, V> named(
            AtomicReferenceFieldUpdater<T, V> updater, Class<?> owner, String field) {
        return new References<>(updater, shown(owner, field));
    }

    private static String shown(Class<?> owner, String field) {
        String name = owner.getName();
        return Label.simpleType(name.substring(name.lastIndexOf('.') + 1)) + "." + field;
    }

    private static final class Ints<T> extends AtomicIntegerFieldUpdater<T> implements Named {

        private final AtomicIntegerFieldUpdater<T> inner;
        private final String field;

        Ints(AtomicIntegerFieldUpdater<T> inner, String field) {
            this.inner = inner;
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }

        @Override
        public boolean compareAndSet(T object, int expected, int value) {
            return inner.compareAndSet(object, expected, value);
        }

        @Override
        public boolean weakCompareAndSet(T object, int expected, int value) {
            return inner.weakCompareAndSet(object, expected, value);
        }

        @Override
        public void set(T object, int value) {
            inner.set(object, value);
        }

        @Override
        public void lazySet(T object, int value) {
            inner.lazySet(object, value);
        }

        @Override
        public int get(T object) {
            return inner.get(object);
        }
    }

    private static final class Longs<T> extends AtomicLongFieldUpdater<T> implements Named {

        private final AtomicLongFieldUpdater<T> inner;
        private final String field;

        Longs(AtomicLongFieldUpdater<T> inner, String field) {
            this.inner = inner;
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }

        @Override
        public boolean compareAndSet(T object, long expected, long value) {
            return inner.compareAndSet(object, expected, value);
        }

        @Override
        public boolean weakCompareAndSet(T object, long expected, long value) {
            return inner.weakCompareAndSet(object, expected, value);
        }

        @Override
        public void set(T object, long value) {
            inner.set(object, value);
        }

        @Override
        public void lazySet(T object, long value) {
            inner.lazySet(object, value);
        }

        @Override
        public long get(T object) {
            return inner.get(object);
        }
    }

    private static final class References<T, V> extends AtomicReferenceFieldUpdater<T, V> implements Named {

        private final AtomicReferenceFieldUpdater<T, V> inner;
        private final String field;

        References(AtomicReferenceFieldUpdater<T, V> inner, String field) {
            this.inner = inner;
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }

        @Override
        public boolean compareAndSet(T object, @Nullable V expected, @Nullable V value) {
            return inner.compareAndSet(object, expected, value);
        }

        @Override
        public boolean weakCompareAndSet(T object, @Nullable V expected, @Nullable V value) {
            return inner.weakCompareAndSet(object, expected, value);
        }

        @Override
        public void set(T object, @Nullable V value) {
            inner.set(object, value);
        }

        @Override
        public void lazySet(T object, @Nullable V value) {
            inner.lazySet(object, value);
        }

        @Override
        public @Nullable V get(T object) {
            return inner.get(object);
        }
    }
}
