package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Monitors, and the verdict on those who wait for ever. */
@SuppressWarnings({
    "UnusedVariable",
    "SameNameButDifferent",
    "UnusedMethod",
    "LockNotBeforeTry",
    "WaitNotInLoop",
    "NakedNotify",
    "NonAtomicVolatileUpdate",
    "DoubleCheckedLocking",
    "EmptyCatch",
    "FutureReturnValueIgnored",
    "ThreadPriorityCheck",
    "EffectivelyPrivate",
    "StaticAssignmentInConstructor",
    "NonFinalStaticField",
    "GuardedBy",
    "ReferenceEquality",
    "OperatorPrecedence",
    "ClassCanBeStatic",
    "LockOnNonEnclosingClassLiteral",
    "SynchronizeOnNonFinalField",
    "InterruptedExceptionSwallowed",
    "UnsynchronizedOverridesSynchronized",
    "StatementSwitchToExpressionSwitch",
    "NullAway",
    "try",
    "ConditionAwaitNotInLoop",
    "UnnecessaryAsync",
    "NarrowingCompoundAssignment",
    "CatchAndPrintStackTrace",
    "UnusedNestedClass",
    "FieldCanBeFinal",
    "MixedMutabilityReturnType",
    "EmptyBlockTag",
    "BadImport",
    "ArrayRecordComponent",
    "LoopOverCharArray",
    "VoidUsed",
    "InconsistentHashCode",
    "ThreadJoinLoop",
    "ThreadLocalUsage"
}) // what is wrong with the scenarios is what is tested
class MonitorsTests {

    @Test
    void passesAWaitThatAsksFirst() {
        assertThat(Interleavings.explore(WaitNotifyOkTestCase.class)).passesExhaustively();
    }

    @Test
    void findsALostSignal() {
        assertThat(Interleavings.explore(LostSignalTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void findsANotifyThatWakesTheWrongOne() {
        assertThat(Interleavings.explore(BufferNotifyTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void passesABufferThatNotifiesAll() {
        assertThat(Interleavings.explore(BufferOkTestCase.class)).passes();
    }

    @Test
    void findsThreePhilosophersStuck() {
        assertThat(Interleavings.explore(PhilosophersTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void knowsTheMonitorOfASynchronizedList() {
        assertThat(Interleavings.explore(SyncListTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAnInterruptOfAWait() {
        assertThat(Interleavings.explore(InterruptsTestCase.class)).passes();
    }

    static final class WaitNotifyOkTestCase {
        private boolean ready;
        private int got;

        @Actor
        void put() {
            synchronized (this) {
                ready = true;
                notifyAll();
            }
        }

        @Actor
        void take() throws Exception {
            synchronized (this) {
                while (!ready) wait();
                got = 1;
            }
        }

        @Check
        void c() {
            if (got != 1) throw new AssertionError("got " + got);
        }
    }

    static final class LostSignalTestCase {
        private boolean ready;

        @Actor
        void put() {
            synchronized (this) {
                notifyAll();
            }
        }

        @Actor
        void take() throws Exception {
            synchronized (this) {
                wait();
            }
        }
    }

    static final class BufferNotifyTestCase {
        int n;

        synchronized void put() throws Exception {
            while (n == 1) wait();
            n++;
            notify();
        }

        synchronized void take() throws Exception {
            while (n == 0) wait();
            n--;
            notify();
        }

        @Actor
        void p() throws Exception {
            put();
            put();
        }

        @Actor
        void c1() throws Exception {
            take();
        }

        @Actor
        void c2() throws Exception {
            take();
        }
    }

    static final class BufferOkTestCase {
        int n;

        synchronized void put() throws Exception {
            while (n == 1) wait();
            n++;
            notifyAll();
        }

        synchronized void take() throws Exception {
            while (n == 0) wait();
            n--;
            notifyAll();
        }

        @Actor
        void p() throws Exception {
            put();
            put();
        }

        @Actor
        void c1() throws Exception {
            take();
        }

        @Actor
        void c2() throws Exception {
            take();
        }
    }

    static final class PhilosophersTestCase {
        final Object[] f = {new Object(), new Object(), new Object()};

        void eat(int i) {
            synchronized (f[i]) {
                synchronized (f[(i + 1) % 3]) {
                }
            }
        }

        @Actor
        void a() {
            eat(0);
        }

        @Actor
        void b() {
            eat(1);
        }

        @Actor
        void c() {
            eat(2);
        }
    }

    static final class SyncListTestCase {
        final List<Integer> l = Collections.synchronizedList(new ArrayList<>());

        @Actor
        void anna() {
            l.add(1);
        }

        @Actor
        void ben() {
            synchronized (l) {
                for (int i : l) {}
            }
        }

        @Check
        void c() {
            if (l.size() != 1) throw new AssertionError("l " + l);
        }
    }

    static final class InterruptsTestCase {
        volatile Thread t;
        volatile boolean done;

        @Actor
        void anna() {
            t = Thread.currentThread();
            try {
                synchronized (this) {
                    wait();
                }
            } catch (InterruptedException e) {
                done = true;
            }
        }

        @Actor
        void ben() {
            Thread x;
            while ((x = t) == null) Thread.yield();
            x.interrupt();
        }

        @Check
        void c() {
            if (!done) throw new AssertionError("not");
        }
    }
}
