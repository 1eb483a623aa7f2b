package io.github.acrossexecutors.benchmarks.process;

import io.github.acrossexecutors.process.ProcessFuture;
import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.process.SerializableFunction;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Measures each row some times and prints it: who, what, and the median. */
final class ProcessPoolRows {

    private static final int[] STARTED = {2, 4, 8};
    private static final int TIMES = 5;
    private static final int ROUND_TRIPS = 2_000;
    private static final int TASKS = 20_000;
    private static final int NUMBERS = 1_000_000;
    private static final int RANGES = 16;

    private final PrintStream out;

    private ProcessPoolRows(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        ProcessPoolRows rows = new ProcessPoolRows(System.out);
        rows.bareJvms();
        rows.starts();
        try (ProcessPool pool = ProcessPool.builder().workers(2).build()) {
            rows.roundTrips("ProcessPool", () -> pool.submit(() -> 1).get());
            rows.rates(pool);
            rows.primes(pool);
            rows.memory(pool);
        }
    }

    private void print(String who, String what, double value) {
        out.printf("%s\t%s\t%.3f%n", who, what, value);
    }

    private static double median(int times, Callable<?> work) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[times / 2];
    }

    private void bareJvms() throws Exception {
        for (int count : STARTED) {
            List<Echo> started = new ArrayList<>();
            double millis = median(TIMES, () -> {
                started.addAll(Echo.start(count));
                started.get(started.size() - count).roundTrip();
                return null;
            });
            started.forEach(Echo::close);
            print("bare JVM", "start of " + count + " to first result, ms", millis);
        }
        try (Echo echo = Echo.start(1).get(0)) {
            roundTrips("bare JVM", () -> {
                echo.roundTrip();
                return null;
            });
        }
    }

    private void starts() throws Exception {
        for (int count : STARTED) {
            List<ProcessPool> started = new ArrayList<>();
            double millis = median(TIMES, () -> {
                ProcessPool pool = ProcessPool.builder().workers(count).build();
                started.add(pool);
                return pool.submit(() -> 1).get();
            });
            started.forEach(ProcessPool::close);
            print("ProcessPool", "start of " + count + " to first result, ms", millis);
        }
    }

    private void roundTrips(String who, Callable<?> roundTrip) throws Exception {
        median(ROUND_TRIPS, roundTrip);
        print(who, "round trip of a small task, us", 1_000 * median(ROUND_TRIPS, roundTrip));
    }

    private void rates(ProcessPool pool) throws Exception {
        List<Integer> numbers = IntStream.range(0, TASKS).boxed().toList();
        SerializableFunction<Integer, Integer> next = n -> n + 1;
        pool.map(next, numbers, 1);
        print(
                "ProcessPool",
                "tasks per second, chunk 1",
                TASKS * 1_000 / median(TIMES, () -> pool.map(next, numbers, 1)));
        pool.map(next, numbers);
        print(
                "ProcessPool",
                "tasks per second, default chunk",
                TASKS * 1_000 / median(TIMES, () -> pool.map(next, numbers)));
    }

    private void primes(ProcessPool pool) throws Exception {
        List<Integer> numbers = IntStream.range(0, NUMBERS).boxed().toList();
        pool.map(ProcessPoolRows::isPrime, numbers);
        print(
                "ProcessPool",
                "primes below 1,000,000 as tasks, ms",
                median(3, () -> pool.map(ProcessPoolRows::isPrime, numbers)));
        List<Integer> ranges = IntStream.range(0, RANGES).boxed().toList();
        pool.map(ProcessPoolRows::primesIn, ranges, 1);
        print(
                "ProcessPool",
                "primes below 1,000,000 as ranges, ms",
                median(3, () -> pool.map(ProcessPoolRows::primesIn, ranges, 1)));
    }

    private static boolean isPrime(int number) {
        if (number < 2) {
            return false;
        }
        for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    private static int primesIn(int range) {
        int size = NUMBERS / RANGES;
        return (int) IntStream.range(range * size, (range + 1) * size)
                .filter(ProcessPoolRows::isPrime)
                .count();
    }

    private void memory(ProcessPool pool) throws Exception {
        double total = 0;
        List<ProcessFuture<Long>> pids =
                pool.broadcast(() -> ProcessHandle.current().pid());
        for (ProcessFuture<Long> pid : pids) {
            total += proportionalMegabytes(pid.get());
        }
        print("ProcessPool", "memory per worker (PSS), MB", total / pids.size());
    }

    private static double proportionalMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1_024)
                .sum();
    }
}
