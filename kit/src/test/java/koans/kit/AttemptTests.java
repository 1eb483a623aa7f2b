package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import koans.kit.Attempt.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An attempt")
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AttemptTests {

    private final CountDownLatch latch = new CountDownLatch(1);

    @Test
    @DisplayName("that comes to its end is done, and has a result")
    void done() throws InterruptedException {
        Attempt<Integer> attempt = Attempt.at("answer", () -> 42);

        assertThat(attempt.stands()).isEqualTo(Standing.DONE);
        assertThat(attempt.ends()).isTrue();
        assertThat(attempt.result()).isEqualTo(42);
    }

    @Test
    @DisplayName("that is kept waiting has not ended, and ends when it is let go on")
    void waiting() throws InterruptedException {
        Attempt<String> attempt = Attempt.at("waiter", () -> {
            latch.await();
            return "through";
        });

        assertThat(attempt.stands()).isEqualTo(Standing.WAITING);
        assertThatThrownBy(attempt::result).hasMessage("waiter has not ended");
        latch.countDown();
        assertThat(attempt.ends()).isTrue();
        assertThat(attempt.result()).isEqualTo("through");
    }

    @Test
    @DisplayName("that waits in small steps polls, and one that computes is busy")
    void pollingAndBusy() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Attempt<Boolean> polls = Attempt.at("polls", () -> {
            while (!latch.await(5, TimeUnit.MILLISECONDS)) {
                Thread.onSpinWait();
            }
            return true;
        });
        Attempt<Boolean> spins = Attempt.at("spins", () -> {
            while (!stop.get()) {
                Thread.onSpinWait();
            }
            return true;
        });

        assertThat(polls.stands()).isEqualTo(Standing.POLLING);
        assertThat(spins.stands()).isEqualTo(Standing.BUSY);
        latch.countDown();
        stop.set(true);
        assertThat(polls.ends() && spins.ends()).isTrue();
    }

    @Test
    @DisplayName("that fails tells so to whoever asks")
    void fails() {
        IllegalArgumentException unchecked = new IllegalArgumentException("no");
        IOException checked = new IOException("gone");

        assertThatThrownBy(() -> Attempt.at("a", () -> {
                            throw unchecked;
                        })
                        .stands())
                .isSameAs(unchecked);
        assertThatThrownBy(() -> Attempt.at("b", () -> {
                            throw checked;
                        })
                        .ends())
                .hasMessageStartingWith("b threw")
                .hasCause(checked);
    }

    @Test
    @DisplayName("can be interrupted")
    void interrupted() throws InterruptedException {
        Attempt<Boolean> attempt = Attempt.at("waiter", () -> {
            try {
                latch.await();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });

        attempt.interrupt();

        assertThat(attempt.ends() && attempt.result()).isTrue();
    }
}
