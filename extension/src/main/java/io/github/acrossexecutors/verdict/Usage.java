package io.github.acrossexecutors.verdict;

import java.util.OptionalDouble;

/**
 * What this process used between two snapshots.
 *
 * @param threads what the threads used and waited that the scheduler's statistics saw, all together, without the JIT
 *     compiler's
 * @param preemptedNanos how much of their waiting followed the loss of a CPU, thread by thread
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
                processCpuNanos + other.processCpuNanos,
                throttledNanos + other.throttledNanos,
                stolenNanos + other.stolenNanos,
                compilationNanos + other.compilationNanos,
                collectionNanos + other.collectionNanos,
                spinnerSupply);
    }

    Usage withSpinners(OptionalDouble supply) {
        return new Usage(
                threads,
                preemptedNanos,
                processCpuNanos,
                throttledNanos,
                stolenNanos,
                compilationNanos,
                collectionNanos,
                supply);
    }

    /**
     * Whether the scheduler's statistics account for the CPU time of the process. They do not where there are none, and
     * where threads ended meanwhile and took theirs along.
     */
    boolean schedulerSawAll() {
        long unseen = processCpuNanos - cpuNanos() - compilationNanos;
        return cpuNanos() > 0 && (unseen <= COARSE_NANOS || unseen <= UNSEEN_SHARE * processCpuNanos);
    }

    /** The best knowledge of the CPU time used. */
    long bestCpuNanos() {
        return schedulerSawAll() ? cpuNanos() : Math.max(cpuNanos(), processCpuNanos);
    }
}
