package io.github.acrossexecutors.verdict;

/**
 * What the scheduler says of one thread since it began, or of several together.
 *
 * @param cpuNanos how long it was on a CPU
 * @param waitNanos how long it was runnable and waited for one
 * @param turns how often it got one
 * @param blocks how often it gave one up by itself, to wait for something
 */
record ThreadTimes(long cpuNanos, long waitNanos, long turns, long blocks) {

    static final ThreadTimes NONE = new ThreadTimes(0, 0);

    /** Of a thread that never gave its CPU up by itself. */
    ThreadTimes(long cpuNanos, long waitNanos) {
        this(cpuNanos, waitNanos, 0, 0);
    }

    /**
     * How much of the waiting followed the loss of a CPU to somebody else, rather than a wake-up, which is counted as
     * followed by twice as long a wait.
     */
    long preemptedNanos() {
        double afterWakeUps = turns == 0 ? 0 : Math.min(1, 2.0 * blocks / turns);
        return Math.round((1 - afterWakeUps) * waitNanos);
    }

    ThreadTimes plus(ThreadTimes other) {
        return new ThreadTimes(
                cpuNanos + other.cpuNanos, waitNanos + other.waitNanos, turns + other.turns, blocks + other.blocks);
    }

    ThreadTimes minus(ThreadTimes earlier) {
        return new ThreadTimes(
                cpuNanos - earlier.cpuNanos,
                waitNanos - earlier.waitNanos,
                turns - earlier.turns,
                blocks - earlier.blocks);
    }

    /** No figure below zero: what two readings of one thread differ by when the thread is another one by now. */
    ThreadTimes notNegative() {
        return new ThreadTimes(Math.max(0, cpuNanos), Math.max(0, waitNanos), Math.max(0, turns), Math.max(0, blocks));
    }
}
