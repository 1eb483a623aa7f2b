package koans.c01_threads;

/**
 * Koan 0109, solved: a worker that sees the flag whichever thread sets it.
 *
 * <p>Threads: one works, any may stop it. Memory effects: what was written before {@link #stop} is seen after the work.
 */
public final class K0109StopFlag {

    // Written by whoever stops, read by the worker in every turn: volatile forbids to read it once and keep the value.
    private volatile boolean stopped;

    /** Make a worker that nobody has stopped yet. */
    public K0109StopFlag() {}

    /**
     * Count until stopped.
     *
     * @return how far it got
     */
    public long work() {
        // Nothing sets the flag back here: a stop may have come before.
        long count = 0;
        while (!stopped) {
            count++;
        }
        return count;
    }

    /** Ask the worker to stop; comes back at once. */
    public void stop() {
        stopped = true;
    }
}
