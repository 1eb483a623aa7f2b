package koans.kit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import koans.api.Seam;
import org.jspecify.annotations.Nullable;

/**
 * One scripted interleaving of two threads: the first is held at the seam while the second runs.
 *
 * <pre>{@code
 * Interleaving seam = Interleaving.holding(1, Duration.ofMillis(500));
 * Counter counter = new Counter(seam);
 * Interleaving.Second second = seam.run(counter::increment, counter::increment);
 * }</pre>
 *
 * <p>The second thread is started when the first is at the seam, not before. The first goes on when the second has
 * ended, or stands still because something keeps it out, or when the patience is spent. So the outcome does not depend
 * on luck, on the number of CPUs, or on who else uses them.
 *
 * <p>Threads: an object serves one {@link #run}; {@link #pass} may be called by any thread. Failure: what a thread
 * throws comes out of {@link #run}. Memory effects: what both threads did happens before {@link #run} returns.
 */
public final class Interleaving implements Seam {

    /*
     * Whoever reaches the seam while "second" has not ended is held, unless it is "second" itself. It need not be
     * "first": a counter that confines itself to one executor thread passes the seam on that thread, on behalf of both.
     * `holdsLeft`: written by held threads only.
     * `outcome`: written once, by the thread held first or, when none was, by the caller of run.
     * A thread woken from a lock still reads as waiting until it gets a CPU: hence several looks before a standstill is
     * believed. Believing one too early costs a hold, never a false accusation, for the first thread then merely goes on.
     */

    /** What became of the second thread while the first was held at the seam. */
    public enum Second {
        /** No thread came to the seam in time: the second ran after the first had ended. */
        RAN_AFTERWARDS,
        /** It ran to its end while the first was held. */
        WENT_THROUGH,
        /** It was seen blocked or waiting: something kept it out. */
        STOOD_STILL,
        /** It was still running, or in a wait with a limit, when the patience was spent. */
        STILL_RUNNING
    }

    private static final int LOOKS = 4;
    private static final long LOOK_NANOS = 1_000_000;

    private final AtomicInteger holdsLeft;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch firstHeldOrEnded = new CountDownLatch(1);
    private final long patienceNanos;
    private volatile @Nullable Thread second;
    private volatile Second outcome = Second.RAN_AFTERWARDS;

    private Interleaving(int holds, Duration patience) {
        holdsLeft = new AtomicInteger(holds);
        patienceNanos = patience.toNanos();
    }

    /**
     * Makes a script that holds threads at the seam at most {@code holds} times.
     *
     * @param holds how many passes are held, at least 1
     * @param patience how long one hold waits for a second thread that neither ends nor stands still; above zero
     * @return the script, to be run once
     * @throws IllegalArgumentException when {@code holds} or {@code patience} is out of range
     */
    public static Interleaving holding(int holds, Duration patience) {
        if (holds < 1) {
            throw new IllegalArgumentException("holds is " + holds + "; an interleaving holds at least 1 pass");
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience is " + patience + "; it must be above zero");
        }
        return new Interleaving(holds, patience);
    }

    /**
     * Runs {@code first}, and {@code second} once {@code first} is held at the seam or has ended; returns when both have.
     *
     * @param first runs on a daemon thread of its own, called "first"
     * @param second runs on a daemon thread of its own, called "second"
     * @return what became of the second thread during the first hold
     * @throws InterruptedException when the caller is interrupted; both threads are then interrupted too
     * @throws IllegalStateException when this script has already run
     */
    public Second run(Runnable first, Runnable second) throws InterruptedException {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("this interleaving has already run; make one for each run");
        }
        Racer one = new Racer("first", first, firstHeldOrEnded);
        Racer two = new Racer("second", second, new CountDownLatch(1));
        this.second = two;
        try {
            one.start();
            firstHeldOrEnded.await();
            two.start();
            one.join();
            two.join();
        } catch (InterruptedException e) {
            one.interrupt();
            two.interrupt();
            throw e;
        }
        Racer.rethrow(one, two);
        return outcome;
    }

    /** Holds the calling thread as the script says; called by the code under test, through {@link Seam}. */
    @Override
    public void pass() {
        Thread other = second;
        if (other == null || other.equals(Thread.currentThread()) || other.getState() == Thread.State.TERMINATED) {
            return;
        }
        if (holdsLeft.getAndUpdate(left -> left > 0 ? left - 1 : 0) == 0) {
            return;
        }
        boolean firstHold = firstHeldOrEnded.getCount() > 0;
        firstHeldOrEnded.countDown();
        Second seen = hold(other);
        if (firstHold) {
            outcome = seen;
        }
        if (seen == Second.STILL_RUNNING) {
            holdsLeft.set(0);
        }
    }

    private Second hold(Thread other) {
        long start = System.nanoTime();
        int still = 0;
        while (System.nanoTime() - start < patienceNanos
                && !Thread.currentThread().isInterrupted()) {
            switch (other.getState()) {
                case TERMINATED -> {
                    return Second.WENT_THROUGH;
                }
                case BLOCKED, WAITING -> still++;
                case NEW, RUNNABLE, TIMED_WAITING -> still = 0;
            }
            if (still == LOOKS) {
                return Second.STOOD_STILL;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Second.STILL_RUNNING;
    }
}
