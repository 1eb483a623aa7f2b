package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What atomics and field updaters order, alone and mixed with direct uses of the same variable. */
class AtomicsTests {

    @Test
    void aFieldUpdaterOrdersDirectReadsOfItsField() {
        assertThat(Interleavings.explore(UpdaterTestCase.class)).passesExhaustively();
    }

    @Test
    void twoObjectsOfOneUpdaterAreTwoVariables() {
        assertThat(Interleavings.explore(UpdatedApartTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void whatAnUpdateFunctionWritesIsPublishedWithItsResult() {
        assertThat(Interleavings.explore(UpdateFunctionTestCase.class)).passesExhaustively();
    }

    @Test
    void anOpaqueWriteIsSeenAtEveryMoment() {
        assertThat(Interleavings.explore(OpaqueTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void anOpaqueWritePublishesNothing() {
        assertThat(Interleavings.explore(OpaquePublicationTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void anOpaqueWriteBetweenFencesPublishes() {
        assertThat(Interleavings.explore(FencedTestCase.class)).passesExhaustively();
    }

    @Test
    void findsAbaOnAStack() {
        assertThat(Interleavings.explore(AbaTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    static final class UpdaterTestCase {

        private static final AtomicIntegerFieldUpdater<UpdaterTestCase> READY =
                AtomicIntegerFieldUpdater.newUpdater(UpdaterTestCase.class, "ready");

        private volatile int ready;
        private int data;
        private int seen = 7;

        @Actor
        void writes() {
            data = 7;
            READY.incrementAndGet(this);
        }

        @Actor
        void reads() {
            if (ready == 1) {
                seen = data;
            }
        }

        @Check
        void sawTheData() {
            if (seen != 7 || READY.get(this) != 1) {
                throw new AssertionError("saw " + seen);
            }
        }
    }

    static final class UpdatedApartTestCase {

        private static final AtomicIntegerFieldUpdater<Flag> READY =
                AtomicIntegerFieldUpdater.newUpdater(Flag.class, "ready");

        private final Flag one = new Flag();
        private final Flag other = new Flag();
        private int data;

        @Actor
        void writes() {
            data = 7;
            READY.set(one, 1);
        }

        @Actor
        int reads() {
            return READY.get(other) + data;
        }

        private static final class Flag {

            @SuppressWarnings("UnusedVariable") // used through the updater
            private volatile int ready;
        }
    }

    static final class UpdateFunctionTestCase {

        private final AtomicReference<Node> top = new AtomicReference<>(new Node(0));
        private int seen;

        @Actor
        void writes() {
            top.updateAndGet(below -> new Node(below.value + 1));
        }

        @Actor
        void reads() {
            seen = Objects.requireNonNull(top.get()).value;
        }

        @Check
        void sawANode() {
            if (seen < 0 || seen > 1) {
                throw new AssertionError("saw " + seen);
            }
        }

        @SuppressWarnings("FieldCanBeFinal") // a final field needs no publication
        private static final class Node {

            private int value;

            Node(int value) {
                this.value = value;
            }
        }
    }

    static final class OpaqueTestCase {

        private final AtomicInteger value = new AtomicInteger();

        @Actor
        void anna() {
            value.setOpaque(value.getOpaque() + 1);
        }

        @Actor
        void ben() {
            value.setOpaque(value.getOpaque() + 1);
        }

        @Check
        void bothCounted() {
            if (value.get() != 2) {
                throw new AssertionError("counted " + value.get());
            }
        }
    }

    static final class OpaquePublicationTestCase {

        private final AtomicInteger ready = new AtomicInteger();
        private int data;

        @Actor
        void writes() {
            data = 7;
            ready.setOpaque(1);
        }

        @Actor
        int reads() {
            return ready.getOpaque() == 1 ? data : 0;
        }
    }

    static final class FencedTestCase {

        private final AtomicInteger ready = new AtomicInteger();
        private int data;
        private int seen = 7;

        @Actor
        void writes() {
            data = 7;
            VarHandle.releaseFence();
            ready.setOpaque(1);
        }

        @Actor
        void reads() {
            if (ready.getOpaque() == 1) {
                VarHandle.acquireFence();
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

    @SuppressWarnings({"NullAway", "OperatorPrecedence", "ReferenceEquality"}) // part of what is tested
    static final class AbaTestCase {
        static class N {
            final int v;
            N next;

            N(int v, N n) {
                this.v = v;
                next = n;
            }
        }

        final AtomicReference<N> top = new AtomicReference<>();
        final N a, b;

        AbaTestCase() {
            b = new N(2, null);
            a = new N(1, b);
            top.set(a);
        }

        N pop() {
            N t;
            N n;
            do {
                t = top.get();
                if (t == null) return null;
                n = t.next;
            } while (!top.compareAndSet(t, n));
            return t;
        }

        void push(N n) {
            do {
                n.next = top.get();
            } while (!top.compareAndSet(n.next, n));
        }

        N x, y;

        @Actor
        void anna() {
            x = pop();
        }

        @Actor
        void ben() {
            N p = pop();
            y = pop();
            if (p != null) push(p);
        }

        @Check
        void isRight() {
            N z = pop();
            if (x != null && x == y || z != null && (z == x || z == y)) throw new AssertionError("popped twice");
        }
    }
}
