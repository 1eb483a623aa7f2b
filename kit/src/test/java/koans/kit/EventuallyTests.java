package koans.kit;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What should become true")
class EventuallyTests {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    @Test
    @DisplayName("may be true at once, and is asked for once then")
    void atOnce() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(becomesTrue(AMPLE, () -> asked.incrementAndGet() > 0)).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("is waited for while another thread makes it true")
    void later() {
        CountDownLatch asked = new CountDownLatch(3);

        assertThat(becomesTrue(AMPLE, () -> {
                    asked.countDown();
                    return asked.getCount() == 0;
                }))
                .isTrue();
    }

    @Test
    @DisplayName("and does not, is told in time")
    void never() {
        assertThat(becomesTrue(Duration.ofMillis(50), () -> false)).isFalse();
    }

    @Test
    @DisplayName("and does so at the very end, is still told true")
    void atTheEnd() {
        Thread caller = Thread.currentThread();

        assertThat(becomesTrue(
                        Duration.ofMillis(50), () -> Thread.currentThread().equals(caller)))
                .isTrue();
    }

    @Test
    @DisplayName("and throws, ends with that exception")
    void throwing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> becomesTrue(AMPLE, () -> {
                    throw new IllegalStateException("as it is");
                }))
                .withMessage("as it is");
    }
}
