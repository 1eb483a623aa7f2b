package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections and arrays that are handed to the JDK: it uses them as the subject would. */
class ArgumentsTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                CopyTestCase.class,
                CopyOfTestCase.class,
                SortTestCase.class,
                AddAllTestCase.class,
                FillTestCase.class,
                CloneTestCase.class,
                UnmodifiableTestCase.class,
                SetFromMapTestCase.class,
                WrappedTwiceTestCase.class
            })
    void findsWhatIsSharedWithoutALock(Class<?> scenario) {
        assertThat(Interleavings.explore(scenario)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void passesTwoHalvesOfAnArray() {
        assertThat(Interleavings.explore(HalvesTestCase.class)).passesExhaustively();
    }

    @Test
    void passesCopiesThatAreMadeUnderTheLockAndWrappersThatAreMadeWithoutIt() {
        assertThat(Interleavings.explore(LockedTestCase.class)).passesExhaustively();
    }

    /** A writer that takes the lock, for readers that do not. */
    abstract static class Guarded {

        final List<Integer> items = new ArrayList<>(List.of(2, 1));

        @Actor
        void adds() {
            synchronized (items) {
                items.add(3);
            }
        }
    }

    static final class CopyTestCase extends Guarded {
        @Actor
        void copies() {
            new ArrayList<>(items);
        }
    }

    static final class CopyOfTestCase extends Guarded {
        @Actor
        int copies() {
            return List.copyOf(items).size();
        }
    }

    static final class SortTestCase extends Guarded {
        @Actor
        void sorts() {
            Collections.sort(items);
        }
    }

    static final class AddAllTestCase extends Guarded {
        @Actor
        boolean copies() {
            return new ArrayList<Integer>().addAll(items);
        }
    }

    static final class UnmodifiableTestCase extends Guarded {

        private final List<Integer> shown = Collections.unmodifiableList(items);

        @Actor
        int reads() {
            return shown.get(0);
        }
    }

    static final class FillTestCase {

        private final int[] numbers = new int[2];

        @Actor
        void fills() {
            Arrays.fill(numbers, 1);
        }

        @Actor
        int reads() {
            return numbers[1];
        }
    }

    static final class CloneTestCase {

        private final int[] numbers = new int[2];

        @Actor
        int[] copies() {
            return numbers.clone();
        }

        @Actor
        void writes() {
            numbers[1] = 1;
        }
    }

    static final class SetFromMapTestCase {

        private final Set<String> names = Collections.newSetFromMap(new HashMap<>());

        @Actor
        void anna() {
            names.add("anna");
        }

        @Actor
        void ben() {
            names.add("ben");
        }
    }

    static final class WrappedTwiceTestCase {

        private final Map<String, Integer> inner = new HashMap<>();
        private final Map<String, Integer> map = Collections.synchronizedMap(inner);

        @Actor
        void anna() {
            map.put("anna", 1);
        }

        @Actor
        void ben() {
            inner.put("ben", 1);
        }
    }

    static final class HalvesTestCase {

        private final int[] source = {3, 1};
        private final int[] numbers = new int[4];

        @Actor
        void left() {
            System.arraycopy(source, 0, numbers, 0, 2);
            Arrays.sort(numbers, 0, 2);
        }

        @Actor
        void right() {
            System.arraycopy(source, 0, numbers, 2, 2);
            Arrays.fill(numbers, 2, 4, 5);
        }

        @Check
        void bothAreThere() {
            if (!Arrays.equals(numbers, new int[] {1, 3, 5, 5})) {
                throw new AssertionError(Arrays.toString(numbers));
            }
        }
    }

    static final class LockedTestCase {

        private final List<Integer> items = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, Integer> map = new HashMap<>();

        @Actor
        void anna() {
            items.add(1);
            Map<String, Integer> shown = Collections.unmodifiableMap(map);
            synchronized (map) {
                new HashMap<>(shown);
            }
        }

        @Actor
        void ben() {
            synchronized (map) {
                map.put("size", new ArrayList<>(items).size());
            }
        }

        @Check
        void isCounted() {
            if (map.getOrDefault("size", 2) > 1) {
                throw new AssertionError("map " + map);
            }
        }
    }
}
