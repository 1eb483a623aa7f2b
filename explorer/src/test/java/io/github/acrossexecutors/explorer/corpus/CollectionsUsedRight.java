package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Collections and counters of the JDK that threads may share, used as they are meant. */
final class CollectionsUsedRight {

    private CollectionsUsedRight() {}

    static final class Merge {
        private final Map<String, Integer> words = new ConcurrentHashMap<>();

        @Actor
        void firstPage() {
            words.merge("thread", 1, Integer::sum);
        }

        @Actor
        void secondPage() {
            words.merge("thread", 1, Integer::sum);
        }

        @Check
        void bothCount() {
            mustBe(2, words.getOrDefault("thread", 0));
        }
    }

    /** What is in the map is written before it is put there, and never again. */
    static final class PutIfAbsent {
        private final ConcurrentMap<String, int[]> cache = new ConcurrentHashMap<>();
        private int first;
        private int second;

        @Actor
        void asksFirst() {
            first = squares()[3];
        }

        @Actor
        void asksSecond() {
            second = squares()[3];
        }

        @Check
        void bothSeeTheSquare() {
            mustBe(18, first + second);
        }

        private int[] squares() {
            int[] known = cache.get("squares");
            if (known != null) {
                return known;
            }
            int[] mine = {0, 1, 4, 9};
            int[] other = cache.putIfAbsent("squares", mine);
            return other == null ? mine : other;
        }
    }

    static final class SkipList {
        private final ConcurrentMap<Integer, AtomicInteger> stock = new ConcurrentSkipListMap<>();

        @Actor
        void delivery() {
            stock.computeIfAbsent(1, key -> new AtomicInteger()).addAndGet(5);
            stock.computeIfAbsent(2, key -> new AtomicInteger()).addAndGet(1);
        }

        @Actor
        void returned() {
            stock.computeIfAbsent(1, key -> new AtomicInteger()).addAndGet(1);
        }

        @Check
        void everythingCounts() {
            int sum = stock.values().stream().mapToInt(AtomicInteger::get).sum();
            mustBe(7, sum);
        }
    }

    /** Whoever iterates sees the list of one moment. */
    static final class CopyOnWrite {
        private final List<Integer> listeners = new CopyOnWriteArrayList<>(List.of(1, 2));
        private int sum;

        @Actor
        void subscribes() {
            listeners.add(4);
        }

        @Actor
        void notifies() {
            for (int listener : listeners) {
                sum += listener;
            }
        }

        @Check
        void sawOneMoment() {
            mustBe(7, sum == 3 ? 7 : sum);
        }
    }

    /** Each call has the lock; iterating needs it by hand. */
    static final class SynchronizedList {
        private final List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
        private int sum;

        @Actor
        void adds() {
            numbers.add(1);
            numbers.add(2);
        }

        @Actor
        void addsUp() {
            synchronized (numbers) {
                for (int number : numbers) {
                    sum += number;
                }
            }
        }

        @Check
        void sawAMomentOfTheList() {
            mustBe(3, sum == 0 || sum == 1 ? 3 : sum);
        }
    }

    static final class Adder {
        private final LongAdder visitors = new LongAdder();

        @Actor
        void northGate() {
            visitors.increment();
        }

        @Actor
        void southGate() {
            visitors.increment();
        }

        @Check
        void bothCount() {
            mustBe(2, visitors.intValue());
        }
    }

    private static void mustBe(int expected, int seen) {
        if (seen != expected) {
            throw new AssertionError("expected " + expected + ", seen " + seen);
        }
    }
}
