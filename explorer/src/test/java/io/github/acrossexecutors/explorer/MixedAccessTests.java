package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One variable, used by one thread through its handle and by another without it. */
class MixedAccessTests {

    @ParameterizedTest
    @ValueSource(classes = {PlainWriteTestCase.class, PlainReadTestCase.class, PlainReadBeforeTestCase.class})
    void whoForgetsTheHandleIsFound(Class<?> scenario) {
        assertThat(Interleavings.explore(scenario)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void aLostUpdateOfAVolatileFieldByAPlainSetIsFound() {
        assertThat(Interleavings.explore(PlainSetTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void plainUsesThatAreOrderedAreRight() {
        assertThat(Interleavings.explore(OrderedTestCase.class)).passesExhaustively();
    }

    @Test
    void aPlainGetBeforeACompareAndSetIsRight() {
        assertThat(Interleavings.explore(HintTestCase.class)).passesExhaustively();
    }

    @Test
    void aRingWhoseEndsKnowTheirOwnIndexIsRight() {
        assertThat(Interleavings.explore(RingTestCase.class)).passesExhaustively();
    }

    /** What all of them have. */
    @SuppressWarnings("UnusedVariable") // used through the handle
    abstract static class Cell {

        static final VarHandle VALUE;
        static final VarHandle SHARED;

        static {
            try {
                VALUE = MethodHandles.lookup().findVarHandle(Cell.class, "value", int.class);
                SHARED = MethodHandles.lookup().findVarHandle(Cell.class, "shared", int.class);
            } catch (ReflectiveOperationException missing) {
                throw new ExceptionInInitializerError(missing);
            }
        }

        int value;
        volatile int shared;
    }

    static final class PlainWriteTestCase extends Cell {

        @Actor
        void writes() {
            value = 1;
        }

        @Actor
        int reads() {
            return (int) VALUE.getAcquire(this);
        }
    }

    static final class PlainReadTestCase extends Cell {

        @Actor
        void writes() {
            VALUE.setRelease(this, 1);
        }

        @Actor
        int reads() {
            return value;
        }
    }

    static final class PlainReadBeforeTestCase extends Cell {

        @Actor
        int reads() {
            return value + (int) VALUE.getOpaque(this);
        }

        @Actor
        void writes() {
            VALUE.setOpaque(this, 1);
        }
    }

    static final class PlainSetTestCase extends Cell {

        @Actor
        void anna() {
            SHARED.set(this, (int) SHARED.getVolatile(this) + 1);
        }

        @Actor
        void ben() {
            SHARED.getAndAdd(this, 1);
        }

        @Check
        void bothCount() {
            if (shared != 2) {
                throw new AssertionError("shared " + shared);
            }
        }
    }

    static final class OrderedTestCase extends Cell {

        private int seen = 7;

        @Actor
        void publishes() {
            value = 3;
            VALUE.setVolatile(this, 7);
            shared = 1;
        }

        @Actor
        void reads() {
            if (shared == 1) {
                seen = value;
            }
        }

        @Check
        void sawIt() {
            if (seen != 7) {
                throw new AssertionError("seen " + seen);
            }
        }
    }

    static final class RingTestCase {

        private static final VarHandle HEAD;
        private static final VarHandle TAIL;

        static {
            try {
                HEAD = MethodHandles.lookup().findVarHandle(RingTestCase.class, "head", int.class);
                TAIL = MethodHandles.lookup().findVarHandle(RingTestCase.class, "tail", int.class);
            } catch (ReflectiveOperationException missing) {
                throw new ExceptionInInitializerError(missing);
            }
        }

        private final int[] ring = new int[1];
        private int head;
        private int tail;
        private int seen;

        private void offer(int element) {
            if (tail - (int) HEAD.getAcquire(this) < ring.length) {
                ring[0] = element;
                TAIL.setRelease(this, tail + 1);
            }
        }

        @Actor
        void produces() {
            offer(1);
            offer(2);
        }

        @Actor
        void consumes() {
            if ((int) TAIL.getAcquire(this) - head > 0) {
                seen = ring[0];
                HEAD.setRelease(this, head + 1);
            }
        }

        @Check
        void sawTheFirst() {
            if (seen > 1) {
                throw new AssertionError("seen " + seen);
            }
        }
    }

    static final class HintTestCase extends Cell {

        private void increment() {
            int old;
            do {
                old = (int) SHARED.get(this);
            } while (!SHARED.compareAndSet(this, old, old + 1));
        }

        @Actor
        void anna() {
            increment();
        }

        @Actor
        void ben() {
            increment();
        }

        @Check
        void bothCount() {
            if (shared != 2) {
                throw new AssertionError("shared " + shared);
            }
        }
    }
}
