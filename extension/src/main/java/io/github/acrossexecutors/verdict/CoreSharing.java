package io.github.acrossexecutors.verdict;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Tells how much the CPUs slow each other down at this moment, as two of them do that are hardware threads of one core.
 *
 * <p>A hypervisor may put two virtual CPUs on one core for a while and not tell: every thread gets all the CPU time it
 * asks for, and each second of it does half the work. So a fixed number of divisions, which hardware threads share one
 * unit for, is computed by one thread and then by several at once, and the CPU times are compared: those do not depend on
 * who else wants the CPUs. No more than code keeps busy are asked: where all hardware threads of a machine compute, some
 * always share a core.
 *
 * <p><b>Threads:</b> for one caller alone; its threads end before a call returns.
 */
final class CoreSharing {

    private static final int CALIBRATIONS = 20;
    private static final int NUMBERS = 20_000;
    private static final int FIRST = 1_000_000;

    private final IntFunction<long[]> burst;
    private long leastNanos = Long.MAX_VALUE;

    /** Let bursts of so many threads tell the CPU time of each; calibrate at once. */
    CoreSharing(IntFunction<long[]> burst) {
        this.burst = burst;
        for (int i = 0; i < CALIBRATIONS; i++) {
            alone();
        }
    }

    static CoreSharing calibrated() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return new CoreSharing(number -> Crew.compute(number, "across-cores-", thread -> {
            long before = threads.getCurrentThreadCpuTime();
            long primes = primes(thread);
            // The JIT compiler may not drop what somebody might read.
            return threads.getCurrentThreadCpuTime() - before + (primes < 0 ? 1 : 0);
        }));
    }

    /** CPU time of the same work in so many threads at once / in one alone; 1 if they do not slow each other down. */
    double slowdown(int number) {
        alone();
        double together = Arrays.stream(burst.apply(number)).average().orElseThrow();
        return together / Math.max(1, leastNanos);
    }

    private void alone() {
        leastNanos = Math.min(leastNanos, burst.apply(1)[0]);
    }

    private static long primes(long thread) {
        long primes = 0;
        for (int n = FIRST; n < FIRST + NUMBERS; n++) {
            primes += isPrime(n + (int) thread) ? 1 : 0;
        }
        return primes;
    }

    private static boolean isPrime(int n) {
        for (int divisor = 2; (long) divisor * divisor <= n; divisor++) {
            if (n % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
