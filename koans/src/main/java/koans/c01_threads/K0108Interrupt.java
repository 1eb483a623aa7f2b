package koans.c01_threads;

import java.time.Duration;
import koans.api.NotYetWritten;

/**
 * 0108 Interrupt
 *
 * The posts count it among the drawbacks of threads that they cannot be interrupted. In Python that is so. In Java a
 * thread that sleeps for ten seconds and is interrupted wakes up after some 0.3 ms: we looked. But nobody is stopped
 * by force. Thread.stop throws nothing but UnsupportedOperationException today. An interrupt is a request. It ends a
 * sleep, it raises a flag, and the thread must do the rest itself. This thread looks after something: it looks,
 * pauses, looks again, for ever. Let it end when it is asked to.
 *
 * 1. The thread that calls watch looks again and again, and after each look it waits for the pause; while it waits it
 *    computes nothing.
 * 2. An interrupt during the pause ends it at once, however long the pause, and watch returns the number of its looks.
 * 3. An interrupt while look is at work is not lost: that look comes to its end, and it is the last.
 * 4. When watch has returned after an interrupt, the thread's interrupted flag is up, so that its caller knows too.
 */
public final class K0108Interrupt {

    private K0108Interrupt() {}

    public static int watch(Runnable look, Duration pause) {
        // TODO
        throw new NotYetWritten("look, pause, look again, until the thread is asked to end; return how often");
    }
}
