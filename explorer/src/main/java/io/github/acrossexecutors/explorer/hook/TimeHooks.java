package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import io.github.acrossexecutors.explorer.control.Policy.Giving;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sleeping, spinning and clocks: called instead of the methods of the same meaning. An empty label stands for code of the JDK. */
public final class TimeHooks {

    private TimeHooks() {}

    /**
     * {@link Thread#sleep(long)}.
     *
     * @param millis how long
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void sleep(long millis, String label) throws InterruptedException {
        sleepNanos(TimeUnit.MILLISECONDS.toNanos(millis), label);
    }

    /**
     * {@link Thread#sleep(long, int)}.
     *
     * @param millis how long
     * @param nanos and how much longer
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void sleep(long millis, int nanos, String label) throws InterruptedException {
        sleepNanos(TimeUnit.MILLISECONDS.toNanos(millis) + nanos, label);
    }

    /**
     * {@link Thread#sleep(Duration)}.
     *
     * @param time how long
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void sleep(Duration time, String label) throws InterruptedException {
        sleepNanos(time.toNanos(), label);
    }

    /**
     * {@link TimeUnit#sleep(long)}.
     *
     * @param unit of the time
     * @param time how long
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void sleep(TimeUnit unit, long time, String label) throws InterruptedException {
        sleepNanos(unit.toNanos(time), label);
    }

    private static void sleepNanos(long nanos, String label) throws InterruptedException {
        if (nanos < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        Participant me = Callers.me();
        if (me != null) {
            me.run().threads().sleep(me, nanos, label);
        }
    }

    /**
     * {@link Thread#yield()}.
     *
     * @param label the place
     */
    public static void giveWay(String label) {
        give(label, Giving.YIELD);
    }

    /**
     * {@link Thread#onSpinWait()}. Within the JDK, where spins are short and followed by parking, nothing.
     *
     * @param label the place
     */
    public static void onSpinWait(String label) {
        if (!label.isEmpty()) {
            give(label, Giving.YIELD);
        }
    }

    private static void give(String label, Giving giving) {
        Participant me = Callers.me();
        if (me != null) {
            me.run().arrive(me, label, giving);
        }
    }

    /**
     * {@link System#nanoTime()}.
     *
     * @param label the place
     * @return the schedule's own time
     */
    public static long nanoTime(String label) {
        Participant me = Participant.current();
        return me == null ? System.nanoTime() : me.run().threads().nanos();
    }

    /**
     * {@link System#currentTimeMillis()}.
     *
     * @param label the place
     * @return the schedule's own time, which begins at no particular date
     */
    public static long currentTimeMillis(String label) {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime(label));
    }
}
