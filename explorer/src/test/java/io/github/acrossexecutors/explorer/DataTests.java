package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fields and elements: what is raced for, and what volatile makes of it. */
class DataTests {

    @Test
    void findsAPlainStopFlag() {
        assertThat(Interleavings.explore(StopFlagTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void passesAVolatileStopFlag() {
        assertThat(Interleavings.explore(VolatileStopFlagTestCase.class)).passes();
    }

    @Test
    void findsDoubleCheckedLockingWithoutVolatile() {
        assertThat(Interleavings.explore(DoubleCheckedLockingTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void passesDoubleCheckedLockingWithVolatile() {
        assertThat(Interleavings.explore(VolatileDoubleCheckedLockingTestCase.class))
                .passes();
    }

    @Test
    void findsTwoInstancesInAStaticField() {
        assertThat(Interleavings.explore(LazyStaticTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void findsALostUpdateOfAnElement() {
        assertThat(Interleavings.explore(LostElementUpdateTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    static final class StopFlagTestCase {
        private boolean stop;

        @Actor
        void loop() {
            while (!stop) {}
        }

        @Actor
        void stop() {
            stop = true;
        }
    }

    static final class VolatileStopFlagTestCase {
        private volatile boolean stop;

        @Actor
        void loop() {
            while (!stop) {
                Thread.onSpinWait();
            }
        }

        @Actor
        void stop() {
            stop = true;
        }
    }

    @SuppressWarnings({"DoubleCheckedLocking", "NullAway"}) // part of what is tested
    static final class DoubleCheckedLockingTestCase {
        static class Thing {
            int a = 5;
        }

        private Thing t;

        Thing get() {
            if (t == null)
                synchronized (this) {
                    if (t == null) t = new Thing();
                }
            return t;
        }

        int x, y;

        @Actor
        void anna() {
            x = get().a;
        }

        @Actor
        void ben() {
            y = get().a;
        }

        @Check
        void isRight() {
            if (x != 5 || y != 5) throw new AssertionError(x + " " + y);
        }
    }

    @SuppressWarnings("NullAway") // part of what is tested
    static final class VolatileDoubleCheckedLockingTestCase {
        static class VolatileThing {
            int a = 5;
        }

        private volatile VolatileThing t;

        VolatileThing get() {
            if (t == null)
                synchronized (this) {
                    if (t == null) t = new VolatileThing();
                }
            return t;
        }

        int x, y;

        @Actor
        void anna() {
            x = get().a;
        }

        @Actor
        void ben() {
            y = get().a;
        }

        @Check
        void isRight() {
            if (x != 5 || y != 5) throw new AssertionError(x + " " + y);
        }
    }

    @SuppressWarnings({"NullAway", "ReferenceEquality"}) // part of what is tested
    static final class LazyStaticTestCase {
        static Object one;

        static Object get() {
            if (one == null) one = new Object();
            return one;
        }

        Object a, b;

        @Actor
        void anna() {
            a = get();
        }

        @Actor
        void ben() {
            b = get();
        }

        @Check
        void isRight() {
            if (a != b) throw new AssertionError("two instances");
        }
    }

    static final class LostElementUpdateTestCase {
        private final int[] a = new int[2];

        @Actor
        void anna() {
            a[0]++;
        }

        @Actor
        void ben() {
            a[0]++;
        }

        @Check
        void isRight() {
            if (a[0] != 2) throw new AssertionError("a " + a[0]);
        }
    }
}
