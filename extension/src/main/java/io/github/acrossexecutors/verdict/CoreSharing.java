package io.github.acrossexecutors.verdict;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Tells how much the CPUs slow each other down at this moment, as two of them do that are hardware threads of one core.
 *
 * <p>A hypervisor may put two virtual CPUs on one core for a while and not tell: every thread gets all the CPU time it
 * asks for, and each second of it does half the work. So a fixed number of divisions, which hardware threads share one
 * unit for, is computed by one thread and then by several at once, and the CPU times are compared: those do not depend on
 * who else wants the CPUs. No more than code keeps busy are asked: where all hardware threads of a machine compute, some
 * always share a core.
 *
 * <p>Threads that take turns on one CPU do not slow each other down, wherever that CPU is. So they wait for each other
 * before they compute, and what they took is believed only where their CPU time shows that they did it at once.
 *
 * <p><b>Threads:</b> for one caller alone; its threads end before a call returns.
 */
final class CoreSharing {

    private static final int CALIBRATIONS = 20;
    private static final int NUMBERS = 20_000;
    private static final int FIRST = 1_000_000;
    private static final long MEETING_LIMIT_NANOS = 10_000_000;
    /** Of looks at free CPUs one in twelve found its threads on one of them, and one in ten of those did again. */
    private static final int TRIES = 5;
    /** The share of the CPUs that all threads at once get; of two on one CPU each gets half. */
    private static final double AT_ONCE = 0.8;

    private final IntFunction<Burst> burst;
    private double leastNanos = Double.MAX_VALUE;

    /** Let bursts of so many threads compute the same in each; calibrate at once. */
    CoreSharing(IntFunction<Burst> burst) {
        this.burst = burst;
        for (int i = 0; i < CALIBRATIONS; i++) {
            alone();
        }
    }

    static CoreSharing calibrated() {
        return new CoreSharing(CoreSharing::burst);
    }

    /**
     * CPU time of the same work in so many threads at once / in one alone; 1 if they do not slow each other down, empty if
     * they never got that many CPUs at once.
     */
    OptionalDouble slowdown(int number) {
        alone();
        return Stream.generate(() -> burst.apply(number))
                .limit(TRIES)
                .filter(Burst::isAtOnce)
                .mapToDouble(together -> together.cpuNanos() / Math.max(1, leastNanos))
                .findFirst();
    }

    private void alone() {
        leastNanos = Math.min(leastNanos, burst.apply(1).cpuNanos());
    }

    private static Burst burst(int number) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        AtomicInteger missing = new AtomicInteger(number);
        long[] started = new long[number];
        long[] ended = new long[number];
        long[] took = Crew.compute(number, "across-cores-", thread -> {
            meet(missing);
            started[thread] = System.nanoTime();
            long before = threads.getCurrentThreadCpuTime();
            long primes = primes(thread);
            // The JIT compiler may not drop what somebody might read.
            long cpuNanos = threads.getCurrentThreadCpuTime() - before + (primes < 0 ? 1 : 0);
            ended[thread] = System.nanoTime();
            return cpuNanos;
        });
        long wallNanos = Arrays.stream(ended).max().orElseThrow()
                - Arrays.stream(started).min().orElseThrow();
        return new Burst(Arrays.stream(took).average().orElseThrow(), wallNanos);
    }

    /** Spin until all are there: who is parked is woken too late to compute at once. */
    private static void meet(AtomicInteger missing) {
        long deadline = System.nanoTime() + MEETING_LIMIT_NANOS;
        missing.decrementAndGet();
        while (missing.get() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static long primes(int thread) {
        long primes = 0;
        for (int n = FIRST; n < FIRST + NUMBERS; n++) {
            primes += isPrime(n + thread) ? 1 : 0;
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

    /**
     * What threads took that computed the same.
     *
     * @param cpuNanos the CPU time of each, on average, in nanoseconds
     * @param wallNanos from when the first one began until the last one ended, in nanoseconds
     */
    record Burst(double cpuNanos, long wallNanos) {

        boolean isAtOnce() {
            return cpuNanos >= AT_ONCE * wallNanos;
        }
    }
}
