package koans.c02_races;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import koans.api.NotYetWritten;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Interleaving.Second;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0204CheckThenActTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicReference<Object> one = new AtomicReference<>();
    private final AtomicReference<Object> two = new AtomicReference<>();

    @Guarantee(1)
    void itIsMadeOnceAndNotBeforeItIsNeeded(Seen seen) {
        K0204CheckThenAct<Object> lazy = new K0204CheckThenAct<>(this::make);
        int before = made.get();

        Object first = lazy.get();
        Object second = lazy.get();

        assertThat(before).withFailMessage(seen.as("eager", before)).isZero();
        assertThat(made).withFailMessage(seen.as("times", 2, made)).hasValue(1);
        assertThat(second)
                .withFailMessage(seen.as("same", first, second))
                .isSameAs(first)
                .isEqualTo("client 1");
    }

    @Guarantee(2)
    void whoComesDuringTheMakingMakesNoOther(Seen seen) throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, PATIENCE);
        K0204CheckThenAct<Object> lazy = new K0204CheckThenAct<>(() -> makeAt(seam));

        seam.run(() -> one.set(lazy.get()), () -> two.set(lazy.get()));

        assertThat(made).withFailMessage(seen.as("made", made)).hasValue(1);
        assertThat(two.get())
                .withFailMessage(seen.as("different", one, two))
                .isSameAs(one.get())
                .isEqualTo("client 1");
    }

    @Guarantee(3)
    void twoKindsAreMadeAtTheSameTime(Seen seen) throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, PATIENCE);
        K0204CheckThenAct<Object> slow = new K0204CheckThenAct<>(() -> makeAt(seam));
        K0204CheckThenAct<Object> other = new K0204CheckThenAct<>(this::make);

        Second second = seam.run(slow::get, other::get);

        assertThat(second).withFailMessage(seen.as("heldUp")).isEqualTo(Second.WENT_THROUGH);
    }

    @Guarantee(4)
    void aFailureIsToldAndTheNextOneTriesAgain(Seen seen) throws InterruptedException {
        RuntimeException failure = new IllegalStateException("no connection");
        K0204CheckThenAct<Object> lazy = new K0204CheckThenAct<>(() -> {
            Object it = make();
            if (made.get() == 1) {
                throw failure;
            }
            return it;
        });

        Interleaving.holding(1, PATIENCE).run(() -> one.set(got(lazy)), () -> two.set(got(lazy)));

        assertThat(one.get())
                .withFailMessage(seen.as("swallowed", failure, one))
                .isSameAs(failure);
        assertThat(two.get())
                .withFailMessage(seen.as("gaveUp", "client 2", two))
                .isEqualTo("client 2");
    }

    private Object make() {
        return new StringBuilder("client ").append(made.incrementAndGet()).toString();
    }

    private Object makeAt(Interleaving seam) {
        Object it = make();
        seam.pass();
        return it;
    }

    private static Object got(K0204CheckThenAct<Object> lazy) {
        try {
            return lazy.get();
        } catch (NotYetWritten notYet) {
            throw notYet;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }
}
