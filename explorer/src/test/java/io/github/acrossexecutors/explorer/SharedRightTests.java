package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views, wrappers, copies and subclasses of collections that are shared as they may be. */
class SharedRightTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                WrappedConcurrentMapTestCase.class,
                EnumerationsTestCase.class,
                CopiesUnderTheLockTestCase.class,
                HandedOverTestCase.class,
                EntriesInAListTestCase.class,
                LockedSubclassTestCase.class,
                SynchronizedCacheTestCase.class,
                EveryShapeTestCase.class
            })
    void nobodyIsBlamed(Class<?> scenario) {
        assertThat(Interleavings.explore(scenario)).passes();
    }

    static final class WrappedConcurrentMapTestCase {

        private final Map<String, Integer> map = new ConcurrentHashMap<>();
        private final Map<String, Integer> shown = Collections.unmodifiableMap(map);

        @Actor
        void puts() {
            map.put("a", 1);
            map.put("b", 2);
        }

        @Actor
        int addsUp() {
            int sum = 0;
            for (Map.Entry<String, Integer> entry : shown.entrySet()) {
                sum += entry.getValue();
            }
            return sum;
        }
    }

    @SuppressWarnings("JdkObsolete") // what is tested
    static final class EnumerationsTestCase {

        private final Vector<Integer> vector = new Vector<>(List.of(1));
        private final Hashtable<String, Integer> table = new Hashtable<>(Map.of("a", 1));

        @Actor
        void adds() {
            vector.add(2);
            table.put("b", 2);
        }

        @Actor
        int addsUp() {
            int sum = 0;
            for (Enumeration<Integer> all = vector.elements(); all.hasMoreElements(); ) {
                sum += all.nextElement();
            }
            synchronized (table) {
                for (int value : table.values()) {
                    sum += value;
                }
            }
            return sum;
        }
    }

    static final class CopiesUnderTheLockTestCase {

        private final Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
        private final ReadWriteLock lock = new ReentrantReadWriteLock();

        private Map<String, Integer> copy() {
            lock.readLock().lock();
            try {
                return new TreeMap<>(map);
            } finally {
                lock.readLock().unlock();
            }
        }

        @Actor
        void changesItsCopy() {
            for (Map.Entry<String, Integer> entry : copy().entrySet()) {
                entry.setValue(3);
            }
        }

        @Actor
        void changesTheMap() {
            lock.writeLock().lock();
            try {
                map.put("b", 2);
                map.entrySet().iterator().next().setValue(9);
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    static final class HandedOverTestCase {

        private final BlockingQueue<List<Integer>> queue = new ArrayBlockingQueue<>(1);
        private final int[] numbers = new int[8];

        @Actor
        void gives() throws InterruptedException {
            List<Integer> list = new ArrayList<>(List.of(1, 2));
            Arrays.fill(numbers, 3);
            queue.put(list);
        }

        @Actor
        int takes() throws InterruptedException {
            List<Integer> list = queue.take();
            ListIterator<Integer> iterator = list.listIterator();
            iterator.next();
            iterator.set(4);
            System.arraycopy(numbers, 0, numbers, 1, 4);
            Arrays.sort(numbers);
            return numbers.clone().length + list.size();
        }
    }

    /** They are the list's elements, and no part of it. */
    static final class EntriesInAListTestCase {

        private final List<Map.Entry<String, Integer>> entries = new ArrayList<>(List.of(new SimpleEntry<>("a", 1)));

        @Actor
        int reads() {
            Map.Entry<String, Integer> first;
            synchronized (entries) {
                first = entries.iterator().next();
            }
            return first.getValue();
        }

        @Actor
        void adds() {
            synchronized (entries) {
                entries.add(new SimpleEntry<>("b", 2));
            }
        }
    }

    static final class LockedSubclassTestCase {

        @SuppressWarnings("serial") // of no interest
        private static final class Locked extends ArrayList<Integer> {
            @Override
            public synchronized boolean add(Integer number) {
                return super.add(number);
            }

            @Override
            public synchronized int size() {
                return super.size();
            }

            @Override
            public synchronized Object[] toArray() {
                return super.toArray();
            }
        }

        private final Locked list = new Locked();
        private final List<Integer> shown = Collections.unmodifiableList(list);

        @Actor
        void adds() {
            list.add(1);
        }

        @Actor
        int counts() {
            return shown.size() + new ArrayList<>(list).size();
        }
    }

    static final class SynchronizedCacheTestCase {

        @SuppressWarnings("serial") // of no interest
        private final Map<String, Integer> cache = Collections.synchronizedMap(new LinkedHashMap<>(4, 1f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > 1;
            }
        });

        @Actor
        void puts() {
            cache.put("a", 1);
            cache.values().removeIf(value -> value == 1);
        }

        @Actor
        int addsUp() {
            int sum = 0;
            synchronized (cache) {
                for (Map.Entry<String, Integer> entry : cache.entrySet()) {
                    sum += entry.getValue();
                }
            }
            return sum;
        }
    }

    /** Instructions of all kinds, which must be valid after rewriting. */
    static final class EveryShapeTestCase {

        @SuppressWarnings("serial") // of no interest
        private static final class Copy extends ArrayList<String> {
            Copy(Collection<String> words) {
                super(words);
            }
        }

        private final Function<List<String>, List<String>> copy = ArrayList::new;
        private final Function<List<String>, List<String>> wrap = Collections::unmodifiableList;
        private int length;

        @Actor
        void doesAll() {
            long[] longs = new long[3];
            Arrays.fill(longs, 7L);
            Arrays.fill(longs, 1, 2, 8L);
            double[][] rows = {{1}, {2}};
            List<String> words = wrap.apply(copy.apply(new Copy(List.of("a", "b"))));
            length = String.join(", ", words).length()
                    + rows.clone().length
                    + Arrays.copyOfRange(longs, 1, 3).length
                    + words.toArray(new String[0]).length;
        }

        @Actor
        void doesNothing() {}

        @Check
        void isRight() {
            if (length != 10) {
                throw new AssertionError("length " + length);
            }
        }
    }
}
