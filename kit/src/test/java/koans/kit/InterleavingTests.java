package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import koans.kit.Interleaving.Second;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An interleaving")
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterleavingTests {

    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    @DisplayName("holds the first thread at the seam until the second has ended")
    void holdsTheFirstUntilTheSecondHasEnded() throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, AMPLE);

        Second second = seam.run(
                () -> {
                    seam.pass();
                    events.add("first");
                },
                () -> {
                    events.add("second in");
                    seam.pass();
                    events.add("second out");
                });

        assertThat(second).isEqualTo(Second.WENT_THROUGH);
        assertThat(events).containsExactly("second in", "second out", "first");
    }

    @Test
    @DisplayName("loses an update that nothing protects, every time")
    void losesAnUnprotectedUpdate() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            Interleaving seam = Interleaving.holding(1, AMPLE);
            AtomicInteger value = new AtomicInteger();
            Runnable increment = () -> {
                int read = value.get();
                seam.pass();
                value.set(read + 1);
            };

            assertThat(seam.run(increment, increment)).isEqualTo(Second.WENT_THROUGH);
            assertThat(value).hasValue(1);
        }
    }

    @Test
    @DisplayName("holds no more passes than it was told to")
    void holdsNoMoreThanItWasToldTo() throws InterruptedException {
        // Were the second pass held as well, it would be for longer than this test may take.
        Interleaving seam = Interleaving.holding(1, Duration.ofMinutes(10));
        CountDownLatch firstPassed = new CountDownLatch(1);
        AtomicBoolean firstEnds = new AtomicBoolean();

        Second second = seam.run(
                () -> {
                    seam.pass();
                    firstPassed.countDown();
                    seam.pass();
                    firstEnds.set(true);
                },
                () -> {
                    waitFor(firstPassed);
                    while (!firstEnds.get()) {
                        Thread.onSpinWait();
                    }
                });

        assertThat(second).isEqualTo(Second.STOOD_STILL);
    }

    @Test
    @DisplayName("holds nobody once its patience is spent")
    void holdsNobodyOnceItsPatienceIsSpent() throws InterruptedException {
        // A hundred holds of this length would last longer than this test may take.
        Interleaving seam = Interleaving.holding(100, Duration.ofSeconds(1));
        AtomicBoolean firstEnds = new AtomicBoolean();

        Second second = seam.run(
                () -> {
                    for (int i = 0; i < 100; i++) {
                        seam.pass();
                    }
                    firstEnds.set(true);
                },
                () -> {
                    while (!firstEnds.get()) {
                        Thread.onSpinWait();
                    }
                });

        assertThat(second).isEqualTo(Second.STILL_RUNNING);
    }

    @Test
    @DisplayName("tells what became of the second thread during the first hold, not a later one")
    void tellsOfTheFirstHold() throws InterruptedException {
        Interleaving seam = Interleaving.holding(2, AMPLE);
        CountDownLatch firstPassed = new CountDownLatch(1);

        Second second = seam.run(
                () -> {
                    seam.pass();
                    firstPassed.countDown();
                    seam.pass();
                },
                () -> waitFor(firstPassed));

        assertThat(second).isEqualTo(Second.STOOD_STILL);
    }

    @Test
    @DisplayName("runs the second after a first that never comes to the seam")
    void runsTheSecondAfterAFirstThatNeverComes() throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, AMPLE);

        Second second = seam.run(() -> events.add("first"), () -> events.add("second"));

        assertThat(second).isEqualTo(Second.RAN_AFTERWARDS);
        assertThat(events).containsExactly("first", "second");
    }

    @Test
    @DisplayName("throws what the first thread threw, before what the second threw")
    void throwsWhatAThreadThrew() {
        IllegalStateException ofFirst = new IllegalStateException("first");
        AssertionError ofSecond = new AssertionError("second");

        assertThatThrownBy(() -> Interleaving.holding(1, AMPLE).run(() -> fail(ofFirst), () -> fail(ofSecond)))
                .isSameAs(ofFirst);
        assertThatThrownBy(() -> Interleaving.holding(1, AMPLE).run(() -> {}, () -> fail(ofSecond)))
                .isSameAs(ofSecond);
    }

    @Test
    @DisplayName("interrupts the first thread when its caller is interrupted")
    void passesAnInterruptToTheFirst() throws InterruptedException {
        assertThatAnInterruptReaches(this::hang, () -> {});
    }

    @Test
    @DisplayName("interrupts the second thread when its caller is interrupted")
    void passesAnInterruptToTheSecond() throws InterruptedException {
        assertThatAnInterruptReaches(() -> {}, this::hang);
    }

    @Test
    @DisplayName("runs once, and says so")
    void runsOnce() throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, AMPLE);
        seam.run(() -> {}, () -> {});

        assertThatThrownBy(() -> seam.run(() -> {}, () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this interleaving has already run; make one for each run");
    }

    @Test
    @DisplayName("refuses a script without a hold or without patience")
    void refusesNonsense() {
        assertThatThrownBy(() -> Interleaving.holding(0, AMPLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("holds is 0; an interleaving holds at least 1 pass");
        assertThatThrownBy(() -> Interleaving.holding(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience is PT0S; it must be above zero");
    }

    private void assertThatAnInterruptReaches(Runnable first, Runnable second) throws InterruptedException {
        Thread caller = Thread.ofPlatform().daemon().start(() -> {
            try {
                Interleaving.holding(1, AMPLE).run(first, second);
            } catch (InterruptedException e) {
                events.add("caller told");
            }
        });
        await().until(() -> events.contains("hangs"));

        caller.interrupt();

        caller.join();
        await().until(() -> events.size() == 3);
        assertThat(events).containsExactlyInAnyOrder("hangs", "caller told", "thread told");
    }

    private void hang() {
        events.add("hangs");
        waitFor(new CountDownLatch(1));
    }

    private void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            events.add("thread told");
        }
    }

    private static void fail(RuntimeException e) {
        throw e;
    }

    private static void fail(Error e) {
        throw e;
    }
}
