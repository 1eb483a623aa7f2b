package io.github.acrossexecutors.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What copies use of {@code jdk.internal.invoke.MhUtil}. */
public final class MhUtil {

    private MhUtil() {}

    /**
     * Find a field of the caller's class.
     *
     * @param lookup the caller's
     * @param name of the field
     * @param type of the field
     * @return its handle
     */
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type) {
        return findVarHandle(lookup, lookup.lookupClass(), name, type);
    }

    /**
     * Find a field.
     *
     * @param lookup the caller's
     * @param owner the field's class
     * @param name of the field
     * @param type of the field
     * @return its handle
     */
    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
        try {
            return lookup.findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError(owner + "." + name, missing);
        }
    }
}
