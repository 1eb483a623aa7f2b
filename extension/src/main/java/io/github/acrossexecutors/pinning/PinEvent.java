package io.github.acrossexecutors.pinning;

import io.github.acrossexecutors.timing.Pin;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One virtual thread was pinned once.
 *
 * @param threadId the thread's identifier
 * @param start since when
 * @param duration for how long
 * @param reason why
 * @param frame the topmost frame that is not the JDK's, if there is one
 */
record PinEvent(long threadId, Instant start, Duration duration, String reason, Optional<String> frame) {

    /** What lies between two clocks that differ a little is told by its middle. */
    Instant middle() {
        return start.plus(duration.dividedBy(2));
    }

    Pin asPin() {
        return new Pin(reason, frame, 1, duration.toNanos(), duration.toNanos());
    }
}
