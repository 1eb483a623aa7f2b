package io.github.acrossexecutors.execution;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The gate of a round and the clock that starts when it opens.
 *
 * <p>The first {@code gate} tasks arrive and wait; the caller opens the gate when all have arrived, and that is when the
 * clock starts, unless {@link #startEarly} has started it already because making the workers belongs to the round. A
 * task that a pool executes on the caller itself opens the gate: nobody else would.
 */
final class RoundClock {

    private final Thread caller = Thread.currentThread();
    private final CountDownLatch arrived;
    private final CountDownLatch open = new CountDownLatch(1);
    private final GarbageCollections before = GarbageCollections.soFar();

    /** Written by the caller before the gate opens, read by workers after. */
    private volatile long startNanos;

    private volatile boolean started;

    RoundClock(int gate) {
        arrived = new CountDownLatch(gate);
    }

    /** A clock that runs already, for what is executed without a gate. */
    static RoundClock running() {
        RoundClock clock = new RoundClock(0);
        clock.open();
        return clock;
    }

    void startEarly() {
        startNanos = System.nanoTime();
        started = true;
    }

    void open() {
        if (!started) {
            startEarly();
        }
        open.countDown();
    }

    /** Wait until all tasks of the gate have arrived; false if the time ran out before. */
    boolean awaitArrivals(long nanos) throws InterruptedException {
        return arrived.await(nanos, TimeUnit.NANOSECONDS);
    }

    long missing() {
        return arrived.getCount();
    }

    /** One task has come to the gate, or never will. */
    void arrive() {
        arrived.countDown();
    }

    /** Come to the gate; one that is open holds nobody, be the thread interrupted. */
    void awaitGate() throws InterruptedException {
        arrive();
        if (Thread.currentThread().equals(caller)) {
            open();
        } else if (open.getCount() > 0) {
            open.await();
        }
    }

    /** Nanoseconds since the clock started; 0 before. */
    long nanos() {
        return started ? System.nanoTime() - startNanos : 0;
    }

    GarbageCollections collections() {
        return GarbageCollections.soFar().since(before);
    }

    /** How many collections there were, and the time they took in milliseconds. */
    record GarbageCollections(long count, long millis) {

        static GarbageCollections soFar() {
            long count = 0;
            long millis = 0;
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                count += Math.max(0, collector.getCollectionCount());
                millis += Math.max(0, collector.getCollectionTime());
            }
            return new GarbageCollections(count, millis);
        }

        GarbageCollections since(GarbageCollections earlier) {
            return new GarbageCollections(count - earlier.count, millis - earlier.millis);
        }
    }
}
