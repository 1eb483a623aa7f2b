package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One who spins, or goes on for long, lets others go first; that nobody else is as fast is tried, too. */
class FairnessTests {

    @Test
    void oneWhoSpinsAndThenParksMayDoSoBeforeTheOtherMoves() {
        assertThat(Interleavings.of(SpinThenParkTestCase.class).preemptions(3).explore())
                .breaksWith(Kind.STUCK);
    }

    @Test
    void oneWhoSpinsTwiceInARowMayGoOnBothTimes() {
        assertThat(Interleavings.explore(TwoSpinsTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void oneWhoTakesManyStepsMayTakeThemAllBeforeTheOtherMoves() {
        assertThat(Interleavings.explore(ManyStepsTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void stillRunsEveryOrderWhereOneSpinsOnlyAfterItLost() {
        assertThat(Interleavings.of(SpinAfterLossTestCase.class).preemptions(20).explore())
                .passesExhaustively();
    }

    static final class SpinThenParkTestCase {

        private volatile boolean ready;
        private volatile @Nullable Thread waiter;

        @Actor
        void waits() {
            int spins = 0;
            while (!ready) {
                if (spins == 2) {
                    waiter = Thread.currentThread();
                    LockSupport.park();
                    return;
                }
                Thread.onSpinWait();
                spins++;
            }
        }

        @Actor
        void wakes() {
            ready = true;
            Thread waiting = waiter;
            if (waiting != null) {
                LockSupport.unpark(waiting);
            }
        }
    }

    static final class TwoSpinsTestCase {

        private volatile int value;
        private int seen;

        @Actor
        void writes() {
            value = 1;
            Thread.onSpinWait();
            Thread.onSpinWait();
            value = 2;
        }

        @Actor
        void reads() {
            seen = value;
        }

        @Check
        void neverSawTheLastValue() {
            if (seen == 2) {
                throw new AssertionError("saw it");
            }
        }
    }

    static final class ManyStepsTestCase {

        private final int[] own = new int[64];
        private volatile int value;
        private int first;
        private int second;

        @Actor
        void writes() {
            value = 1;
            for (int i = 0; i < own.length; i++) {
                own[i]++;
            }
            value = 2;
        }

        @Actor
        void reads() {
            first = value;
            second = value;
        }

        @Check
        void neverSawTheFirstAndTheLastValue() {
            if (first == 0 && second == 2) {
                throw new AssertionError("saw both");
            }
        }
    }

    static final class SpinAfterLossTestCase {

        private final AtomicInteger value = new AtomicInteger();

        private void count() {
            int seen = value.get();
            while (!value.compareAndSet(seen, seen + 1)) {
                Thread.onSpinWait();
                seen = value.get();
            }
        }

        @Actor
        void anna() {
            count();
        }

        @Actor
        void ben() {
            count();
        }

        @Check
        void bothCounted() {
            if (value.get() != 2) {
                throw new AssertionError("counted " + value);
            }
        }
    }
}
