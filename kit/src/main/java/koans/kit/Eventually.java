package koans.kit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for something to become true, and tells whether it did; what is then said stays with the koan's text.
 *
 * <pre>{@code
 * assertThat(becomesTrue(Duration.ofSeconds(1), () -> !thread.isAlive()))
 *         .withFailMessage(seen.as("alive", thread.getState()))
 *         .isTrue();
 * }</pre>
 *
 * <p>Awaitility's own {@code untilAsserted} tells a failure inside a sentence of its own, and loses it where the time
 * ends during an evaluation.
 *
 * <p><b>Threads:</b> the condition is evaluated on another thread than the caller's, and at the end once more on the
 * caller's: on a busy machine the other one may not have had its turn.
 */
public final class Eventually {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

    private Eventually() {}

    /**
     * Wait for a condition.
     *
     * @param atMost how long to wait, more than 10 ms
     * @param condition what should become true
     * @return whether it did in time
     * @throws RuntimeException if the condition throws, that exception
     */
    public static boolean becomesTrue(Duration atMost, BooleanSupplier condition) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL_INTERVAL)
                    .atMost(atMost)
                    .until(condition::getAsBoolean);
            return true;
        } catch (ConditionTimeoutException e) {
            return condition.getAsBoolean();
        }
    }
}
