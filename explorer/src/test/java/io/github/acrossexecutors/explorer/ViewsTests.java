package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Views and iterators of collections: what they show is the collection's, and so is the monitor. */
class ViewsTests {

    @Test
    void aViewOfASynchronizedMapIsGuardedByTheMonitorOfTheMap() {
        assertThat(Interleavings.of(KeysUnderTheMapsMonitorTestCase.class)
                        .preemptions(20)
                        .explore())
                .passesExhaustively();
    }

    @Test
    void aSublistOfASynchronizedListIsGuardedByTheMonitorOfTheList() {
        assertThat(Interleavings.of(SublistUnderTheListsMonitorTestCase.class)
                        .preemptions(20)
                        .explore())
                .passesExhaustively();
    }

    @Test
    void iteratingOverASynchronizedListWithoutItsMonitorIsFound() {
        assertThat(Interleavings.explore(IteratingTestCase.class)).breaksWith(Kind.EXCEPTION);
    }

    @Test
    void anIteratorTakenUnderTheLockAndUsedOutsideIsFound() {
        assertThat(Interleavings.explore(EscapedIteratorTestCase.class)).breaksWith(Kind.EXCEPTION);
    }

    @Test
    void aKeySetInAFieldIsStillTheMaps() {
        assertThat(Interleavings.explore(KeySetInAFieldTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void anEntryOfASharedMapIsFound() {
        assertThat(Interleavings.explore(EntryTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void everyoneMayIterateUnderTheLockOrOverWhatNobodyChanges() {
        assertThat(Interleavings.explore(IteratingRightTestCase.class)).passesExhaustively();
    }

    static final class IteratingTestCase {

        private final List<String> words = Collections.synchronizedList(new ArrayList<>(List.of("a", "b")));
        private int letters;

        @Actor
        void iterates() {
            int local = 0;
            for (String word : words) {
                local += word.length();
            }
            letters = local;
        }

        @Actor
        void adds() {
            words.add("c");
        }

        @Check
        void counted() {
            if (letters < 2) {
                throw new AssertionError("counted " + letters);
            }
        }
    }

    static final class EscapedIteratorTestCase {

        private final List<String> words = new ArrayList<>(List.of("a", "b"));

        @Actor
        void iterates() {
            Iterator<String> iterator;
            synchronized (words) {
                iterator = words.iterator();
            }
            while (iterator.hasNext()) {
                iterator.next();
            }
        }

        @Actor
        void adds() {
            synchronized (words) {
                words.add("c");
            }
        }
    }

    static final class KeySetInAFieldTestCase {

        private final Map<String, Integer> map = new HashMap<>();
        private final Set<String> keys = map.keySet();

        @Actor
        void puts() {
            map.put("a", 1);
        }

        @Actor
        boolean looks() {
            return keys.contains("a");
        }
    }

    static final class EntryTestCase {

        private final Map<String, Integer> map = new HashMap<>(Map.of("a", 0));

        private void increment() {
            for (Map.Entry<String, Integer> entry : map.entrySet()) {
                entry.setValue(entry.getValue() + 1);
            }
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
            if (!map.equals(Map.of("a", 2))) {
                throw new AssertionError("map " + map);
            }
        }
    }

    static final class IteratingRightTestCase {

        private final Map<String, Integer> known = Map.of("a", 1);
        private final Map<String, Integer> read = new HashMap<>(known);
        private final Map<String, Integer> written = new HashMap<>();

        private void addAll() {
            for (Map.Entry<String, Integer> entry : read.entrySet()) {
                synchronized (written) {
                    for (Map.Entry<String, Integer> other : written.entrySet()) {
                        other.setValue(other.getValue() + known.getOrDefault(other.getKey(), 0));
                    }
                    written.putIfAbsent(entry.getKey(), entry.getValue());
                }
            }
        }

        @Actor
        void anna() {
            addAll();
        }

        @Actor
        void ben() {
            addAll();
        }

        @Check
        void bothCount() {
            if (!written.equals(Map.of("a", 2))) {
                throw new AssertionError("written " + written);
            }
        }
    }

    static final class KeysUnderTheMapsMonitorTestCase {

        private final Map<String, Integer> map = Collections.synchronizedMap(new HashMap<>(Map.of("a", 1, "b", 2)));
        private final AtomicInteger seen = new AtomicInteger();

        @Actor
        void iterates() {
            Set<String> keys = map.keySet();
            synchronized (map) {
                for (String key : keys) {
                    seen.addAndGet(key.length());
                }
            }
        }

        @Actor
        void removes() {
            map.keySet().remove("a");
        }
    }

    static final class SublistUnderTheListsMonitorTestCase {

        private final List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        private final AtomicInteger seen = new AtomicInteger();

        @Actor
        void addsUp() {
            List<Integer> all = list.subList(0, 2);
            synchronized (list) {
                seen.addAndGet(all.get(0));
                seen.addAndGet(all.get(0));
            }
        }

        @Actor
        void sets() {
            list.subList(0, 1).set(0, 4);
        }

        @Check
        void sawOneMoment() {
            if (seen.get() % 2 != 0) {
                throw new AssertionError("saw " + seen);
            }
        }
    }
}
