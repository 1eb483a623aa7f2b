package io.github.acrossexecutors.timing;

import java.util.Optional;

/**
 * What held virtual threads fast on the platform threads that carried them while they waited, so that those could carry
 * no others: alike pins of one round, folded.
 *
 * @param reason why, in the JVM's words where it says so; not blank
 * @param frame the topmost frame that is not the JDK's, such as {@code com.acme.Prices.read(Prices.java:12)}; empty if
 *     there is none. The file is told from the class's name, because the JVM does not record it
 * @param count how often; at least 1
 * @param longestNanos how long the longest of them took, in nanoseconds; not negative
 * @param totalNanos how long all took together, in nanoseconds; at least {@code longestNanos}
 */
public record Pin(String reason, Optional<String> frame, int count, long longestNanos, long totalNanos) {

    /**
     * Check the values.
     *
     * @throws IllegalArgumentException if the reason is blank, the count below 1 or a time cannot be
     */
    public Pin {
        if (reason.isBlank() || count < 1 || longestNanos < 0 || totalNanos < longestNanos) {
            throw new IllegalArgumentException("no pin: '" + reason + "' " + count + " times, up to " + longestNanos
                    + " of " + totalNanos + " ns");
        }
    }

    /**
     * Fold a pin like this one into this one.
     *
     * @param other the other one
     * @return both in one
     * @throws IllegalArgumentException if it has another reason or frame
     */
    public Pin and(Pin other) {
        if (!reason.equals(other.reason) || !frame.equals(other.frame)) {
            throw new IllegalArgumentException("unlike pins: " + this + " and " + other);
        }
        return new Pin(
                reason,
                frame,
                count + other.count,
                Math.max(longestNanos, other.longestNanos),
                totalNanos + other.totalNanos);
    }
}
