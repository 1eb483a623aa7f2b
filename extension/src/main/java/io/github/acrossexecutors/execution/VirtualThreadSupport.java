package io.github.acrossexecutors.execution;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ThreadFactory;

/** Reaches virtual threads from code compiled for JDK 17: they are final from JDK 21 on. */
public final class VirtualThreadSupport {

    private static final int FIRST_JDK = 21;

    private VirtualThreadSupport() {}

    /**
     * {@return whether this JDK has virtual threads that need no preview flag}
     */
    public static boolean isAvailable() {
        return isAvailableOn(Runtime.version().feature());
    }

    /**
     * Tell whether a JDK has virtual threads that need no preview flag.
     *
     * @param jdk its feature version
     * @return whether it has them
     */
    public static boolean isAvailableOn(int jdk) {
        return jdk >= FIRST_JDK;
    }

    static ThreadFactory factory() {
        if (!isAvailable()) {
            throw new UnsupportedOperationException("virtual threads need JDK " + FIRST_JDK + " or newer; this is JDK "
                    + Runtime.version().feature());
        }
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) type.getMethod("factory").invoke(builder);
        } catch (IllegalAccessException
                | InvocationTargetException
                | NoSuchMethodException
                | ClassNotFoundException e) {
            throw new IllegalStateException("JDK " + Runtime.version().feature() + " has no Thread.ofVirtual()", e);
        }
    }
}
