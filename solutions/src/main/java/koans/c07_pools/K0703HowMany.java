package koans.c07_pools;

import java.time.Duration;

/** Koan 0703, solved: as many threads as fill the waits of the one that computes, on each core. */
public final class K0703HowMany {

    private K0703HowMany() {}

    /**
     * Choose the size of a pool.
     *
     * @param tasks how many tasks there are, at least 1
     * @param waiting how long one of them waits
     * @param computing how long one of them computes
     * @param cores on how many cores, at least 1
     * @return the number of threads, at most one for each task
     */
    public static int threads(int tasks, Duration waiting, Duration computing, int cores) {
        if (computing.isZero()) {
            // No core is ever busy, so nothing but the number of tasks is a limit.
            return tasks;
        }
        // In nanoseconds, multiplied before it is divided and rounded up: no part of the waiting is lost on the way.
        long computingNanos = computing.toNanos();
        long threads = Math.ceilDiv(cores * (waiting.toNanos() + computingNanos), computingNanos);
        return (int) Math.min(tasks, threads);
    }
}
