package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Shared data: fields, elements, collections, atomics, handles. */
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
class DataTests {

    @Test
    void findsAPlainStopFlag() {
        assertThat(Interleavings.explore(StopFlagTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void passesAVolatileStopFlag() {
        assertThat(Interleavings.explore(StopFlagOkTestCase.class)).passes();
    }

    @Test
    void findsDoubleCheckedLockingWithoutVolatile() {
        assertThat(Interleavings.explore(DclTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void passesDoubleCheckedLockingWithVolatile() {
        assertThat(Interleavings.explore(DclOkTestCase.class)).passes();
    }

    @Test
    void findsTwoInstancesInAStaticField() {
        assertThat(Interleavings.explore(LazyStaticTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void findsCheckThenActOnAMap() {
        assertThat(Interleavings.explore(MapCtaTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void passesComputeIfAbsent() {
        assertThat(Interleavings.explore(MapOkTestCase.class)).passesExhaustively();
    }

    @Test
    void findsASharedHashMap() {
        assertThat(Interleavings.explore(HashMapRaceTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void findsALostUpdateOfAnElement() {
        assertThat(Interleavings.explore(ArraysLostTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void passesACopyOnWriteList() {
        assertThat(Interleavings.explore(CopyOnWriteTestCase.class)).passesExhaustively();
    }

    @Test
    void passesASkipListMap() {
        assertThat(Interleavings.explore(SkipListTestCase.class)).passesExhaustively();
    }

    @Test
    void passesCompareAndSetThroughAHandle() {
        assertThat(Interleavings.explore(HandleTestCase.class)).passesExhaustively();
    }

    @Test
    void findsAbaOnAStack() {
        assertThat(Interleavings.explore(AbaTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void knowsThatAnInitializerComesBeforeTheUsesOfItsClass() {
        assertThat(Interleavings.explore(HolderTestCase.class)).passesExhaustively();
    }

    @Test
    void findsASharedStringBuilder() {
        assertThat(Interleavings.explore(BuilderTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    static final class HolderTestCase {

        private static final class Squares {

            private static final int[] ALL = {0, 1, 4, 9};
        }

        private int first;
        private int second;

        @Actor
        void anna() {
            first = Squares.ALL[2];
        }

        @Actor
        void ben() {
            second = Squares.ALL[3];
        }

        @Check
        void bothFound() {
            if (first != 4 || second != 9) {
                throw new AssertionError(first + ", " + second);
            }
        }
    }

    static final class BuilderTestCase {

        private final StringBuilder text = new StringBuilder();

        @Actor
        void anna() {
            text.append("ab");
        }

        @Actor
        void ben() {
            text.append("cd");
        }
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

    static final class StopFlagOkTestCase {
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

    static final class DclTestCase {
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
        void c() {
            if (x != 5 || y != 5) throw new AssertionError(x + " " + y);
        }
    }

    static final class DclOkTestCase {
        static class Thing {
            int a = 5;
        }

        private volatile Thing t;

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
        void c() {
            if (x != 5 || y != 5) throw new AssertionError(x + " " + y);
        }
    }

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
        void c() {
            if (a != b) throw new AssertionError("two instances");
        }
    }

    static final class MapCtaTestCase {
        private final Map<String, Object> m = new ConcurrentHashMap<>();
        Object a, b;

        Object get() {
            Object o = m.get("k");
            if (o == null) {
                o = new Object();
                m.put("k", o);
            }
            return o;
        }

        @Actor
        void anna() {
            a = get();
        }

        @Actor
        void ben() {
            b = get();
        }

        @Check
        void c() {
            if (a != b) throw new AssertionError("two");
        }
    }

    static final class MapOkTestCase {
        private final Map<String, Object> m = new ConcurrentHashMap<>();
        Object a, b;

        Object get() {
            return m.computeIfAbsent("k", k -> new Object());
        }

        @Actor
        void anna() {
            a = get();
        }

        @Actor
        void ben() {
            b = get();
        }

        @Check
        void c() {
            if (a != b) throw new AssertionError("two");
        }
    }

    static final class HashMapRaceTestCase {
        private final Map<String, Object> m = new HashMap<>();

        @Actor
        void anna() {
            m.put("a", 1);
        }

        @Actor
        void ben() {
            m.put("b", 2);
        }
    }

    static final class ArraysLostTestCase {
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
        void c() {
            if (a[0] != 2) throw new AssertionError("a " + a[0]);
        }
    }

    static final class CopyOnWriteTestCase {
        final List<Integer> l = new CopyOnWriteArrayList<>();

        @Actor
        void anna() {
            l.add(1);
        }

        @Actor
        void ben() {
            l.add(2);
            for (int i : l) {}
        }

        @Check
        void c() {
            if (l.size() != 2) throw new AssertionError("l " + l);
        }
    }

    static final class SkipListTestCase {
        final Map<Integer, Integer> l = new ConcurrentSkipListMap<>();

        @Actor
        void anna() {
            l.put(1, 1);
        }

        @Actor
        void ben() {
            l.put(2, 2);
            l.remove(1);
        }

        @Check
        void c() {
            if (!l.containsKey(2)) throw new AssertionError("l " + l);
        }
    }

    static final class HandleTestCase {
        static final VarHandle V;

        static {
            try {
                V = MethodHandles.lookup().findVarHandle(HandleTestCase.class, "v", int.class);
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
        void c() {
            if (v != 2) throw new AssertionError("v " + v);
        }
    }

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
        void c() {
            N z = pop();
            if (x != null && x == y || z != null && (z == x || z == y)) throw new AssertionError("popped twice");
        }
    }
}
