package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Collections and builders of strings: shared ones that may be, and ones that may not. */
class CollectionsTests {

    @Test
    void findsCheckThenActOnAMap() {
        assertThat(Interleavings.explore(CheckThenActOnMapTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void passesComputeIfAbsent() {
        assertThat(Interleavings.explore(ComputeIfAbsentTestCase.class)).passesExhaustively();
    }

    @Test
    void findsASharedHashMap() {
        assertThat(Interleavings.explore(SharedHashMapTestCase.class)).breaksWith(Kind.DATA_RACE);
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
    void findsASharedStringBuilder() {
        assertThat(Interleavings.explore(SharedStringBuilderTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void knowsTheMonitorOfASynchronizedList() {
        assertThat(Interleavings.explore(SynchronizedListTestCase.class)).passesExhaustively();
    }

    @SuppressWarnings({"NullAway", "ReferenceEquality"}) // part of what is tested
    static final class CheckThenActOnMapTestCase {
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
        void isRight() {
            if (a != b) throw new AssertionError("two");
        }
    }

    @SuppressWarnings({"NullAway", "ReferenceEquality"}) // part of what is tested
    static final class ComputeIfAbsentTestCase {
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
        void isRight() {
            if (a != b) throw new AssertionError("two");
        }
    }

    static final class SharedHashMapTestCase {
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

    @SuppressWarnings("UnusedVariable") // part of what is tested
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
        void isRight() {
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
        void isRight() {
            if (!l.containsKey(2)) throw new AssertionError("l " + l);
        }
    }

    static final class SharedStringBuilderTestCase {

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

    @SuppressWarnings("UnusedVariable") // part of what is tested
    static final class SynchronizedListTestCase {
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
        void isRight() {
            if (l.size() != 1) throw new AssertionError("l " + l);
        }
    }
}
