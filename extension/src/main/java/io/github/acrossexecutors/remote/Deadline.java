package io.github.acrossexecutors.remote;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a round has to be over.
 *
 * @param atNanos by {@link System#nanoTime} of the JVM that waits for it
 * @param limit how long it may take in all
 */
record Deadline(long atNanos, Duration limit) implements Serializable {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos(), limit);
    }

    /**
     * What is left by this JVM's clock; zero or less if it has passed. Processes of one machine read the same clock; if the
     * other JVM's cannot be it, the whole limit is left.
     */
    Duration left() {
        long left = atNanos - System.nanoTime();
        return Math.abs(left) > limit.toNanos() ? limit : Duration.ofNanos(left);
    }

    long leftNanosHere() {
        return atNanos - System.nanoTime();
    }
}
