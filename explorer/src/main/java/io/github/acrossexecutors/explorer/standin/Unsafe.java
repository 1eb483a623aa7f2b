package io.github.acrossexecutors.explorer.standin;

import io.github.acrossexecutors.explorer.hook.CallHooks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What copies use of {@code jdk.internal.misc.Unsafe}, on variable handles: an offset is the number of a handle, and within
 * an array the index of the element. The methods are called by bytecode alone; each does what its namesake does.
 */
@SuppressWarnings({"doclint:missing", "unused", "ThreadPriorityCheck"})
public final class Unsafe {

    private static final Unsafe ONLY = new Unsafe();
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

    private final List<VarHandle> fields = new ArrayList<>();

    private Unsafe() {}

    /** Never waits, so that no lock of the JVM's is held by a thread without the turn. */
    public static Unsafe getUnsafe() {
        return ONLY;
    }

    public long objectFieldOffset(Class<?> owner, String name) {
        try {
            VarHandle handle = MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findVarHandle(owner, name, owner.getDeclaredField(name).getType());
            synchronized (fields) {
                fields.add(handle);
                return fields.size() - 1L;
            }
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError(owner + "." + name, missing);
        }
    }

    public long arrayBaseOffset(Class<?> array) {
        return 0;
    }

    public int arrayIndexScale(Class<?> array) {
        return 1;
    }

    private VarHandle field(Object owner, long offset, String mode) {
        VarHandle handle = fields.get((int) offset);
        CallHooks.innerHandle(handle, owner, mode);
        return handle;
    }

    private static Object[] elements(Object[] array, String mode) {
        CallHooks.innerHandle(ELEMENT, array, mode);
        return array;
    }

    public boolean compareAndSetInt(Object owner, long offset, int expected, int value) {
        return field(owner, offset, "compareAndSet").compareAndSet(owner, expected, value);
    }

    public boolean weakCompareAndSetInt(Object owner, long offset, int expected, int value) {
        return compareAndSetInt(owner, offset, expected, value);
    }

    public boolean compareAndSetLong(Object owner, long offset, long expected, long value) {
        return field(owner, offset, "compareAndSet").compareAndSet(owner, expected, value);
    }

    public boolean compareAndSetReference(
            Object owner, long offset, @Nullable Object expected, @Nullable Object value) {
        return owner instanceof Object[] array
                ? ELEMENT.compareAndSet(elements(array, "compareAndSet"), (int) offset, expected, value)
                : field(owner, offset, "compareAndSet").compareAndSet(owner, expected, value);
    }

    public boolean weakCompareAndSetReference(
            Object owner, long offset, @Nullable Object expected, @Nullable Object value) {
        return compareAndSetReference(owner, offset, expected, value);
    }

    public int getAndAddInt(Object owner, long offset, int delta) {
        return (int) field(owner, offset, "getAndAdd").getAndAdd(owner, delta);
    }

    public int getAndBitwiseAndInt(Object owner, long offset, int mask) {
        return (int) field(owner, offset, "getAndBitwiseAnd").getAndBitwiseAnd(owner, mask);
    }

    public @Nullable Object getReferenceAcquire(Object owner, long offset) {
        return owner instanceof Object[] array
                ? ELEMENT.getAcquire(elements(array, "getAcquire"), (int) offset)
                : field(owner, offset, "getAcquire").getAcquire(owner);
    }

    public void putReferenceRelease(Object owner, long offset, @Nullable Object value) {
        if (owner instanceof Object[] array) {
            ELEMENT.setRelease(elements(array, "setRelease"), (int) offset, value);
        } else {
            field(owner, offset, "setRelease").setRelease(owner, value);
        }
    }

    public long getLongOpaque(Object owner, long offset) {
        return (long) field(owner, offset, "getOpaque").getOpaque(owner);
    }

    public void putInt(Object owner, long offset, int value) {
        field(owner, offset, "set").set(owner, value);
    }

    public void putIntOpaque(Object owner, long offset, int value) {
        field(owner, offset, "setOpaque").setOpaque(owner, value);
    }

    public void putReference(Object owner, long offset, @Nullable Object value) {
        field(owner, offset, "set").set(owner, value);
    }

    public void loadFence() {
        VarHandle.acquireFence();
    }

    public void storeStoreFence() {
        VarHandle.storeStoreFence();
    }

    /** A synchronizer's last resort when it cannot allocate a node: a short wait, after which it tries again. */
    public void park(boolean absolute, long time) {
        Thread.yield();
    }
}
