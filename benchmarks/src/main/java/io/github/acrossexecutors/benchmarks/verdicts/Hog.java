package io.github.acrossexecutors.benchmarks.verdicts;

import java.io.IOException;

/** A process that burns CPU time, in bursts, until its standard input ends: whoever started it may be killed. */
final class Hog {

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
                Work.keep(Work.primes(0, 1_000, 1));
            }
            Thread.sleep(idleMillis);
        }
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
