package koans.c01_threads;

import java.time.Duration;

/** Koan 0108, solved: an interrupt ends the pause and the loop, and the flag says so afterwards. */
public final class K0108Interrupt {

    private K0108Interrupt() {}

    /**
     * Look after something until the thread is interrupted.
     *
     * @param look called again and again
     * @param pause how long to wait after each look
     * @return how often it looked
     */
    public static int watch(Runnable look, Duration pause) {
        int looks = 0;
        // The flag is asked before each look: an interrupt may come at any time, also while a look is at work.
        while (!Thread.currentThread().isInterrupted()) {
            look.run();
            looks++;
            try {
                Thread.sleep(pause);
            } catch (InterruptedException asked) {
                // Throwing it took the flag down. Up again: it ends the loop, and the caller wants to know too.
                Thread.currentThread().interrupt();
            }
        }
        return looks;
    }
}
