package io.github.acrossexecutors.remote;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a round has to be over.
 *
 * @param machine the machine of the JVM that waits for it
 * @param atNanos by {@link System#nanoTime} there
 * @param limit how long it may take in all
 */
record Deadline(String machine, long atNanos, Duration limit) implements Serializable {

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
