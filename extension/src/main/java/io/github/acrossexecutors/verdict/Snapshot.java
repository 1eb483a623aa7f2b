package io.github.acrossexecutors.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the machine says at one moment; two of them make a {@link Usage}.
 *
 * @param threads the scheduler's statistics of every platform thread of this process, carriers of virtual threads
 *     included, by thread id; empty where there are none
 * @param compilers those of the JIT compiler's threads, which are not in {@code threads}
 * @param reading what taking this snapshot cost the thread that took it, which is not in {@code threads}
 * @param endedThreads how many platform threads of this JVM have ended so far
 * @param processCpuNanos the CPU time of the whole process, ended threads included, in steps of 10 ms on most systems
 * @param throttledNanos how long the process's control group was kept off the CPUs
 * @param stolenNanos how long the hypervisor kept this machine's CPUs for others, all CPUs together
 * @param compilationNanos how long the JIT compiler has compiled as the JVM counts it, waiting for a CPU included
 * @param collectionNanos how long the garbage collectors have worked
 */
record Snapshot(
        Map<Long, ThreadTimes> threads,
        Map<Long, ThreadTimes> compilers,
        ThreadTimes reading,
        long endedThreads,
        long processCpuNanos,
        long throttledNanos,
        long stolenNanos,
        long compilationNanos,
        long collectionNanos) {

    Snapshot {
        threads = Map.copyOf(threads);
        compilers = Map.copyOf(compilers);
    }

    /** What was used from this moment to a later one. A thread that began and ended in between is not in it. */
    Usage until(Snapshot later) {
        List<ThreadTimes> grown = growth(threads, later.threads);
        return new Usage(
                sum(grown).minus(reading).notNegative(),
                grown.stream().mapToLong(ThreadTimes::preemptedNanos).sum(),
                later.endedThreads - endedThreads,
                Math.max(0, later.processCpuNanos - processCpuNanos - later.reading.cpuNanos()),
                later.throttledNanos - throttledNanos,
                later.stolenNanos - stolenNanos,
                later.compilers.isEmpty()
                        ? later.compilationNanos - compilationNanos
                        : sum(growth(compilers, later.compilers)).cpuNanos(),
                later.collectionNanos - collectionNanos,
                OptionalDouble.empty());
    }

    /** What each thread used and waited, which counts from nothing if it is new. */
    private static List<ThreadTimes> growth(Map<Long, ThreadTimes> earlier, Map<Long, ThreadTimes> later) {
        List<ThreadTimes> growth = new ArrayList<>();
        for (Map.Entry<Long, ThreadTimes> entry : later.entrySet()) {
            ThreadTimes before = earlier.getOrDefault(entry.getKey(), ThreadTimes.NONE);
            growth.add(entry.getValue().minus(before).notNegative());
        }
        return growth;
    }

    private static ThreadTimes sum(List<ThreadTimes> threads) {
        ThreadTimes sum = ThreadTimes.NONE;
        for (ThreadTimes thread : threads) {
            sum = sum.plus(thread);
        }
        return sum;
    }
}
