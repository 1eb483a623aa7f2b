package io.github.acrossexecutors.verdict;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the machine says at one moment; two of them make a {@link Usage}.
 *
 * @param threads the scheduler's statistics of every platform thread of this process, carriers of virtual threads
 *     included, by thread id; empty where there are none
 * @param reading what taking this snapshot cost the thread that took it, which is not in {@code threads}
 * @param processCpuNanos the CPU time of the whole process, ended threads included, in steps of 10 ms on most systems
 * @param throttledNanos how long the process's control group was kept off the CPUs
 * @param stolenNanos how long the hypervisor kept this machine's CPUs for others, all CPUs together
 * @param compilationNanos how long the JIT compiler has compiled, all its threads together
 * @param collectionNanos how long the garbage collectors have worked
 */
record Snapshot(
        Map<Long, ThreadTimes> threads,
        ThreadTimes reading,
        long processCpuNanos,
        long throttledNanos,
        long stolenNanos,
        long compilationNanos,
        long collectionNanos) {

    Snapshot {
        threads = Map.copyOf(threads);
    }

    /**
     * What was used from this moment to a later one. A thread that began and ended in between is not in it.
     *
     * @param spinnerSupply what spinners got, the lower one of before and after; empty if none spun
     */
    Usage until(Snapshot later, OptionalDouble spinnerSupply) {
        long cpu = -reading.cpuNanos();
        long wait = -reading.waitNanos();
        for (Map.Entry<Long, ThreadTimes> entry : later.threads.entrySet()) {
            ThreadTimes before = threads.getOrDefault(entry.getKey(), ThreadTimes.NONE);
            cpu += Math.max(0, entry.getValue().cpuNanos() - before.cpuNanos());
            wait += Math.max(0, entry.getValue().waitNanos() - before.waitNanos());
        }
        return new Usage(
                Math.max(0, cpu),
                Math.max(0, wait),
                later.processCpuNanos - processCpuNanos,
                later.throttledNanos - throttledNanos,
                later.stolenNanos - stolenNanos,
                later.compilationNanos - compilationNanos,
                later.collectionNanos - collectionNanos,
                spinnerSupply);
    }
}
