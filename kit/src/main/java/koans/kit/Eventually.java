package koans.kit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for something to become true, and tells whether it did; what is then said stays with the koan's text.
 *
 * <pre>{@code
 * assertThat(becomesTrue(Duration.ofSeconds(1), () -> !thread.isAlive()))
 *         .withFailMessage(seen.as("alive", thread.getState()))
 *         .isTrue();
 * }</pre>
 *
 * <p>Where nothing moves any more that could make it true, the wait ends sooner, as all waits of the kit do.
 *
 * <p><b>Threads:</b> the condition is evaluated on the caller's, at the end once more: on a busy machine that may have been
 * long after the look before. An interrupt ends the wait; the flag stays up.
 */
public final class Eventually {

    private static final long LOOK_NANOS = 10_000_000;

    private Eventually() {}

    /**
     * Wait for a condition.
     *
     * @param atMost how long to wait
     * @param condition what should become true
     * @return whether it did in time
     * @throws RuntimeException if the condition throws, that exception
     */
    public static boolean becomesTrue(Duration atMost, BooleanSupplier condition) {
        try (KitClock.Wait wait = KitClock.begin(atMost)) {
            while (!condition.getAsBoolean()) {
                if (wait.isOver() || Thread.currentThread().isInterrupted()) {
                    return condition.getAsBoolean();
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return true;
        }
    }
}
