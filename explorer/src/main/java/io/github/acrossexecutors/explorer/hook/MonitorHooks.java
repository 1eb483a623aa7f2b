package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Monitors: called instead of what the JVM would do. An empty label stands for code of the JDK. */
public final class MonitorHooks {

    private MonitorHooks() {}

    /**
     * Enter.
     *
     * @param object whose monitor
     * @param label the place
     */
    public static void enter(@Nullable Object object, String label) {
        Objects.requireNonNull(object);
        Participant me = Callers.me();
        if (me != null) {
            me.run().monitors().enter(me, object, label);
        }
    }

    /**
     * Leave.
     *
     * @param object whose monitor
     * @param label the place
     */
    public static void exit(@Nullable Object object, String label) {
        Participant me = Callers.me();
        if (me != null && object != null) {
            me.run().monitors().exit(me, object, label);
        }
    }

    /**
     * {@link Object#wait()}.
     *
     * @param object whose monitor
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void await(Object object, String label) throws InterruptedException {
        await(object, 0, label);
    }

    /**
     * {@link Object#wait(long)}.
     *
     * @param object whose monitor
     * @param millis how long
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void await(Object object, long millis, String label) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        Objects.requireNonNull(object);
        Participant me = Callers.me();
        if (me != null) {
            me.run().monitors().await(me, object, TimeUnit.MILLISECONDS.toNanos(millis), label);
        }
    }

    /**
     * {@link Object#wait(long, int)}.
     *
     * @param object whose monitor
     * @param millis how long
     * @param nanos and how much longer
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void await(Object object, long millis, int nanos, String label) throws InterruptedException {
        await(object, nanos > 0 ? millis + 1 : millis, label);
    }

    /**
     * {@link Object#notify()}.
     *
     * @param object whose monitor
     * @param label the place
     */
    public static void signal(Object object, String label) {
        signal(object, false, label);
    }

    /**
     * {@link Object#notifyAll()}.
     *
     * @param object whose monitor
     * @param label the place
     */
    public static void signalAll(Object object, String label) {
        signal(object, true, label);
    }

    private static void signal(Object object, boolean all, String label) {
        Objects.requireNonNull(object);
        Participant me = Callers.me();
        if (me != null) {
            me.run().monitors().signal(me, object, all, label);
        }
    }

    /**
     * {@link Thread#holdsLock(Object)}.
     *
     * @param object whose monitor
     * @param label the place
     * @return whether the calling thread is in it
     */
    public static boolean holdsLock(Object object, String label) {
        Objects.requireNonNull(object, label);
        Participant me = Callers.me();
        return me != null && me.run().monitors().holds(me, object);
    }
}
