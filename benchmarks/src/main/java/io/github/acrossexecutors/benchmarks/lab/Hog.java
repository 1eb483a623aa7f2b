package io.github.acrossexecutors.benchmarks.lab;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** A process that burns CPU time, in bursts, until its standard input ends: whoever started it may be killed. */
final class Hog {

    private static final AtomicLong KEPT = new AtomicLong();

    private Hog() {}

    /** The arguments: for how many milliseconds it is busy, and for how many idle, in turn. */
    public static void main(String[] arguments) throws Exception {
        long busyNanos = Long.parseLong(arguments[0]) * 1_000_000;
        long idleMillis = Long.parseLong(arguments[1]);
        Thread.ofPlatform().daemon().start(Hog::endWithStarter);
        System.out.println("ready");
        while (true) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < busyNanos) {
                KEPT.set(compute(KEPT.get()));
            }
            Thread.sleep(idleMillis);
        }
    }

    /** Some microseconds of divisions, whose result is kept so that the compiler cannot leave them out. */
    private static long compute(long seed) {
        long sum = seed;
        for (int i = 1; i < 1_000; i++) {
            sum += (seed + i) % i;
        }
        return sum;
    }

    private static void endWithStarter() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // As good as its end.
        }
        Runtime.getRuntime().halt(0);
    }
}
