package io.github.acrossexecutors.verdict;

/**
 * What the scheduler says of one thread since it began.
 *
 * @param cpuNanos how long it was on a CPU
 * @param waitNanos how long it was runnable and waited for one
 */
record ThreadTimes(long cpuNanos, long waitNanos) {

    static final ThreadTimes NONE = new ThreadTimes(0, 0);

    ThreadTimes minus(ThreadTimes earlier) {
        return new ThreadTimes(cpuNanos - earlier.cpuNanos, waitNanos - earlier.waitNanos);
    }
}
