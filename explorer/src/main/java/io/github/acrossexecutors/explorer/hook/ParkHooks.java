package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What {@link java.util.concurrent.locks.LockSupport} does, called instead of it: the one place where every synchronizer of
 * {@code java.util.concurrent} waits. An empty label stands for code of the JDK.
 */
public final class ParkHooks {

    private ParkHooks() {}

    /**
     * {@code park()}.
     *
     * @param label the place
     */
    public static void park(String label) {
        parkNanosOrForEver(null, 0, label);
    }

    /**
     * {@code park(Object)}.
     *
     * @param blocker for what
     * @param label the place
     */
    public static void park(@Nullable Object blocker, String label) {
        parkNanosOrForEver(blocker, 0, label);
    }

    /**
     * {@code parkNanos(long)}.
     *
     * @param nanos how long
     * @param label the place
     */
    public static void parkNanos(long nanos, String label) {
        parkNanos(null, nanos, label);
    }

    /**
     * {@code parkNanos(Object, long)}.
     *
     * @param blocker for what
     * @param nanos how long
     * @param label the place
     */
    public static void parkNanos(@Nullable Object blocker, long nanos, String label) {
        if (nanos > 0) {
            parkNanosOrForEver(blocker, nanos, label);
        }
    }

    /**
     * {@code parkUntil(long)}.
     *
     * @param millis until when
     * @param label the place
     */
    public static void parkUntil(long millis, String label) {
        parkUntil(null, millis, label);
    }

    /**
     * {@code parkUntil(Object, long)}.
     *
     * @param blocker for what
     * @param millis until when
     * @param label the place
     */
    public static void parkUntil(@Nullable Object blocker, long millis, String label) {
        parkNanos(blocker, TimeUnit.MILLISECONDS.toNanos(millis - TimeHooks.currentTimeMillis(label)), label);
    }

    private static void parkNanosOrForEver(@Nullable Object blocker, long nanos, String label) {
        Participant me = Callers.me();
        if (me != null) {
            me.run().threads().park(me, blocker, nanos, label);
        }
    }

    /**
     * {@code unpark(Thread)}.
     *
     * @param thread whom
     * @param label the place
     */
    public static void unpark(@Nullable Thread thread, String label) {
        Participant me = Callers.me();
        if (me != null) {
            me.run().threads().unpark(me, thread, label);
        }
    }

    /**
     * {@code setCurrentBlocker(Object)}.
     *
     * @param blocker for what the caller is about to park
     * @param label the place
     */
    public static void setCurrentBlocker(@Nullable Object blocker, String label) {
        Participant me = Participant.current();
        if (me != null) {
            me.run().threads().blocker(me, blocker);
        }
    }

    /**
     * The JDK's own {@code getThreadId(Thread)}.
     *
     * @param thread which
     * @param label the place
     * @return its number
     */
    public static long getThreadId(Thread thread, String label) {
        return thread.threadId();
    }
}
