package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
            list.subList(0, 1).set(0, 7);
        }

        @Check
        void sawOneMoment() {
            if (seen.get() % 2 != 0) {
                throw new AssertionError("saw " + seen);
            }
        }
    }
}
