package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Variable handles, alone and mixed with direct uses of the same variable. */
class HandlesTests {

    @Test
    void passesCompareAndSetThroughAHandle() {
        assertThat(Interleavings.explore(CompareAndSetTestCase.class)).passesExhaustively();
    }

    @Test
    void elementsOfAHandleAreVariablesOfTheirOwn() {
        assertThat(Interleavings.explore(ElementsTestCase.class)).passesExhaustively();
    }

    @Test
    void aHandleOfAStaticFieldOrdersDirectReadsOfTheField() {
        assertThat(Interleavings.explore(StaticHandleTestCase.class)).passesExhaustively();
    }

    @Test
    void aPlainWriteThroughAHandlePublishesNothing() {
        assertThat(Interleavings.explore(PlainHandleTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void aHandleOfAStaticFieldIsNotMistakenForItsValue() {
        assertThat(Interleavings.explore(StaticReferenceHandleTestCase.class)).passesExhaustively();
    }

    static final class CompareAndSetTestCase {
        static final VarHandle V;

        static {
            try {
                V = MethodHandles.lookup().findVarHandle(CompareAndSetTestCase.class, "v", int.class);
            } catch (ReflectiveOperationException e) {
                throw new Error(e);
            }
        }

        private volatile int v;

        @Actor
        void anna() {
            int o;
            do {
                o = v;
            } while (!V.compareAndSet(this, o, o + 1));
        }

        @Actor
        void ben() {
            int o;
            do {
                o = (int) V.getVolatile(this);
            } while (!V.compareAndSet(this, o, o + 1));
        }

        @Check
        void isRight() {
            if (v != 2) throw new AssertionError("v " + v);
        }
    }

    static final class ElementsTestCase {

        private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

        private final int[] values = new int[2];

        @Actor
        void anna() {
            ELEMENT.set(values, 0, 1);
        }

        @Actor
        void ben() {
            ELEMENT.set(values, 1, 2);
        }

        @Check
        void bothWritten() {
            if (values[0] != 1 || values[1] != 2) {
                throw new AssertionError(values[0] + ", " + values[1]);
            }
        }
    }

    @SuppressWarnings("NonFinalStaticField") // what is tested
    static final class StaticHandleTestCase {

        private static final VarHandle READY;
        private static volatile boolean ready;

        static {
            try {
                READY = MethodHandles.lookup().findStaticVarHandle(StaticHandleTestCase.class, "ready", boolean.class);
            } catch (ReflectiveOperationException missing) {
                throw new ExceptionInInitializerError(missing);
            }
        }

        private int data;
        private int seen = 7;

        @Actor
        void writes() {
            data = 7;
            READY.setRelease(true);
        }

        @Actor
        void reads() {
            if (ready) {
                seen = data;
            }
        }

        @Check
        void sawTheData() {
            if (seen != 7) {
                throw new AssertionError("saw " + seen);
            }
        }
    }

    @SuppressWarnings({"NonFinalStaticField", "UnusedVariable"}) // used through the handle
    static final class StaticReferenceHandleTestCase {

        private static final VarHandle CONFIG;
        private static int @Nullable [] config;

        static {
            try {
                CONFIG = MethodHandles.lookup()
                        .findStaticVarHandle(StaticReferenceHandleTestCase.class, "config", int[].class);
            } catch (ReflectiveOperationException missing) {
                throw new ExceptionInInitializerError(missing);
            }
        }

        private int seen = 42;

        @Actor
        void publishes() {
            int[] made = new int[1];
            made[0] = 42;
            CONFIG.setRelease(made);
        }

        @Actor
        void reads() {
            int[] found = (int[]) CONFIG.getAcquire();
            if (found != null) {
                seen = found[0];
            }
        }

        @Check
        void sawWhatWasPublished() {
            if (seen != 42) {
                throw new AssertionError("saw " + seen);
            }
        }
    }

    @SuppressWarnings("UnusedVariable") // used through the handle
    static final class PlainHandleTestCase {

        private static final VarHandle VALUE;

        static {
            try {
                VALUE = MethodHandles.lookup().findVarHandle(PlainHandleTestCase.class, "value", int.class);
            } catch (ReflectiveOperationException missing) {
                throw new ExceptionInInitializerError(missing);
            }
        }

        private int value;

        @Actor
        void writes() {
            VALUE.set(this, 1);
        }

        @Actor
        int reads() {
            return value;
        }
    }
}
