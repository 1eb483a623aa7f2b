package io.github.acrossexecutors.verdict;

import java.util.OptionalDouble;

/**
 * What this process used between two snapshots.
 *
 * @param threads what the threads used and waited that the scheduler's statistics saw, all together, without the JIT
 *     compiler's
 * @param preemptedNanos how much of their waiting followed the loss of a CPU, thread by thread
 * @param endedThreads how many threads ended meanwhile, and took what they had waited along
 * @param processCpuNanos CPU time of the whole process, coarse
 * @param throttledNanos how long its control group was throttled
 * @param stolenNanos what the hypervisor took, all CPUs together
 * @param compilationNanos CPU time of the JIT compiler's threads; where no scheduler tells, what the JVM says
 * @param collectionNanos garbage collection
 * @param spinnerSupply the lower of what spinners got before and after; empty if none spun
 */
record Usage(
        ThreadTimes threads,
        long preemptedNanos,
        long endedThreads,
        long processCpuNanos,
        long throttledNanos,
        long stolenNanos,
        long compilationNanos,
        long collectionNanos,
        OptionalDouble spinnerSupply) {

    /** Two steps of the coarse clock that counts the process's CPU time. */
    private static final long COARSE_NANOS = 20_000_000;

    private static final double UNSEEN_SHARE = 0.1;

    /** CPU time of the threads that were seen. */
    long cpuNanos() {
        return threads.cpuNanos();
    }

    /** How long those were runnable and waited for a CPU, all together. */
    long waitNanos() {
        return threads.waitNanos();
    }

    Usage plus(Usage other) {
        return new Usage(
                threads.plus(other.threads),
                preemptedNanos + other.preemptedNanos,
                endedThreads + other.endedThreads,
                processCpuNanos + other.processCpuNanos,
                throttledNanos + other.throttledNanos,
                stolenNanos + other.stolenNanos,
                compilationNanos + other.compilationNanos,
                collectionNanos + other.collectionNanos,
                spinnerSupply);
    }

    Usage withSpinners(OptionalDouble supply) {
        return with(endedThreads, supply);
    }

    /** The same, where so many of the threads that ended may have been ours, which use next to nothing. */
    Usage without(long helperThreads) {
        return with(Math.max(0, endedThreads - helperThreads), spinnerSupply);
    }

    private Usage with(long ended, OptionalDouble spinners) {
        return new Usage(
                threads,
                preemptedNanos,
                ended,
                processCpuNanos,
                throttledNanos,
                stolenNanos,
                compilationNanos,
                collectionNanos,
                spinners);
    }

    /**
     * Whether the scheduler's statistics account for the CPU time of the process. They do not where there are none, and
     * where threads ended meanwhile and took theirs along.
     */
    boolean sawCpuTime() {
        long unseen = processCpuNanos - cpuNanos() - compilationNanos;
        return cpuNanos() > 0 && (unseen <= COARSE_NANOS || unseen <= UNSEEN_SHARE * processCpuNanos);
    }

    /**
     * Whether they account for all the waiting for a CPU as well. A thread that used next to no CPU time may have waited
     * for it long, and if it has ended nobody knows.
     */
    boolean sawWaiting() {
        return sawCpuTime() && endedThreads == 0;
    }

    /** The best knowledge of the CPU time used. */
    long bestCpuNanos() {
        return sawCpuTime() ? cpuNanos() : Math.max(cpuNanos(), processCpuNanos);
    }
}
