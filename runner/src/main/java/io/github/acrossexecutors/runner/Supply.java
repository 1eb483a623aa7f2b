package io.github.acrossexecutors.runner;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * How much of the processors this process gets when it wants all of them.
 *
 * @param processors how many it asked for
 * @param share CPU time / (processors x wall time), 0 to 1
 */
record Supply(int processors, double share) {

    /** Below this, code that computes cannot be judged by a clock. */
    static final double ENOUGH = 0.9;

    /** Computes on every processor for a moment, beside whatever else is going on. */
    static Supply measure(Duration moment) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        CountDownLatch gate = new CountDownLatch(1);
        List<FutureTask<Double>> spinners = new ArrayList<>();
        for (int i = 0; i < processors; i++) {
            FutureTask<Double> spinner = new FutureTask<>(() -> spin(gate, moment));
            spinners.add(spinner);
            Thread thread = new Thread(spinner, "learn-doctor-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        gate.countDown();
        double sum = 0;
        for (FutureTask<Double> spinner : spinners) {
            sum += share(spinner);
        }
        return new Supply(processors, Math.min(1, sum / processors));
    }

    private static double share(FutureTask<Double> spinner) throws InterruptedException {
        try {
            return spinner.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a spinner failed", impossible);
        }
    }

    private static double spin(CountDownLatch gate, Duration moment) throws InterruptedException {
        gate.await();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        long now = begun;
        while (now - begun < moment.toNanos()) {
            Thread.onSpinWait();
            now = System.nanoTime();
        }
        return (double) (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / (now - begun);
    }
}
