package io.github.acrossexecutors.remote;

import java.io.Serializable;
import java.time.Duration;

/** When a round has to be over. */
final class Deadline implements Serializable {

    private static final long serialVersionUID = 1;

    /** The machine of the JVM that waits for it. */
    private final String machine;
    /** By {@link System#nanoTime} there. */
    private final long atNanos;
    /** How long it may take in all. */
    private final Duration limit;

    private Deadline(String machine, long atNanos, Duration limit) {
        this.machine = machine;
        this.atNanos = atNanos;
        this.limit = limit;
    }

    static Deadline in(Duration limit) {
        return new Deadline(Host.machine(), System.nanoTime() + limit.toNanos(), limit);
    }

    /**
     * What is left by this JVM's clock; zero or less if it has passed. Processes of one machine read the same clock; on
     * another machine nobody knows better than that the whole limit is left.
     */
    Duration left() {
        return machine.equals(Host.machine()) ? Duration.ofNanos(leftNanosHere()) : limit;
    }

    long leftNanosHere() {
        return atNanos - System.nanoTime();
    }
}
