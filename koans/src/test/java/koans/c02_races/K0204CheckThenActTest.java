package koans.c02_races;

import static koans.kit.EveryOrder.mustBe;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import koans.kit.EveryOrder;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0204CheckThenActTest {

    @Guarantee(1)
    void itIsMadeOnceAndNotBeforeItIsNeeded(Seen seen) {
        AtomicInteger made = new AtomicInteger();
        K0204CheckThenAct<Object> lazy = new K0204CheckThenAct<>(() -> "client " + made.incrementAndGet());
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
    void twoWhoComeInAnyOrderGetTheSameOne(Seen seen) {
        EveryOrder.of(TwoCome.class).raced(seen, "unseen").otherwise(seen, "made");
    }

    @Guarantee(3)
    void twoKindsAreMadeAtTheSameTime(Seen seen) {
        EveryOrder.of(TwoKinds.class).stuck(seen, "heldUp").otherwise(seen);
    }

    @Guarantee(4)
    void aFailureIsToldAndTheNextOneTriesAgain(Seen seen) {
        EveryOrder.of(TheFirstFails.class).stuck(seen, "lockedOut").otherwise(seen, "gaveUp");
    }

    abstract static class Two {

        final AtomicInteger made = new AtomicInteger();
        private final K0204CheckThenAct<Object> lazy = new K0204CheckThenAct<>(this::make);
        Object one;
        Object two;

        Object make() {
            return "client " + made.incrementAndGet();
        }

        @Actor
        void first() {
            one = got();
        }

        @Actor
        void second() {
            two = got();
        }

        private Object got() {
            try {
                return String.valueOf(lazy.get());
            } catch (IllegalStateException failure) {
                return failure.getMessage();
            }
        }
    }

    static final class TwoCome extends Two {

        @Check
        void bothGotTheOnlyOne() {
            mustBe(List.of(made, one, two).toString(), "[1, client 1, client 1]");
        }
    }

    static final class TheFirstFails extends Two {

        @Override
        Object make() {
            Object client = super.make();
            if (client.equals("client 1")) {
                throw new IllegalStateException("no connection");
            }
            return client;
        }

        @Check
        void oneFailedAndTheOtherTriedAgain() {
            mustBe(List.of(one, two), List.of("no connection", "client 2"), List.of("client 2", "no connection"));
        }
    }

    static final class TwoKinds {

        private final Semaphore quickIsMade = new Semaphore(0);
        private final K0204CheckThenAct<Object> slow = new K0204CheckThenAct<>(() -> {
            quickIsMade.acquireUninterruptibly();
            return "slow one";
        });
        private final K0204CheckThenAct<Object> quick = new K0204CheckThenAct<>(() -> "quick one");

        @Actor
        void first() {
            slow.get();
        }

        @Actor
        void second() {
            quick.get();
            quickIsMade.release();
        }
    }
}
