package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import koans.api.NotYetWritten;
import org.junit.jupiter.api.Test;

class AsideTests {

    @Test
    void keepsTheAnswer() {
        Aside call = Aside.run(() -> "answer");

        assertThat(call.ends()).isTrue();
        assertThat(call.answer()).isEqualTo("answer");
        assertThat(call.thrown()).isNull();
    }

    @Test
    void keepsWhatIsThrown() {
        AssertionError failure = new AssertionError("thrown by the test");
        Aside call = Aside.run(() -> {
            throw failure;
        });

        assertThat(call.ends()).isTrue();
        assertThat(call.thrown()).isSameAs(failure);
    }

    @Test
    void letsANotYetWrittenOut() {
        NotYetWritten notYet = new NotYetWritten("anything");
        Aside call = Aside.run(() -> {
            throw notYet;
        });

        assertThatThrownBy(call::ends).isSameAs(notYet);
    }

    @Test
    void tellsACallThatStandsStillFromOneThatWaitsForAWhile() {
        CountDownLatch latch = new CountDownLatch(1);
        Aside still = Aside.run(() -> {
            latch.await();
            return "through";
        });
        Aside forAWhile = Aside.run(() -> latch.await(1, TimeUnit.MINUTES));

        assertThat(still.standsStill()).isTrue();
        assertThat(still.hasEnded()).isFalse();
        assertThat(forAWhile.standsStill()).isFalse();
        latch.countDown();
        assertThat(still.ends() && forAWhile.ends()).isTrue();
    }
}
