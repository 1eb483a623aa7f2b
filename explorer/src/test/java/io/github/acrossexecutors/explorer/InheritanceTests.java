package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Classes of the subject's that extend collections of the JDK's. */
class InheritanceTests {

    @Test
    void findsASharedCacheThatForgetsTheEldest() {
        assertThat(Interleavings.explore(CacheTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void findsASharedListThatOverridesWithoutALock() {
        assertThat(Interleavings.explore(OverridingTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    @Test
    void findsACheckBeforeAnActOnAConcurrentMap() {
        assertThat(Interleavings.explore(ConcurrentTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void findsALockThatIsTakenInTwoSteps() {
        assertThat(Interleavings.explore(TwoStepLockTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void passesALockThatIsTakenInOneStep() {
        assertThat(Interleavings.explore(OneStepLockTestCase.class)).passes();
    }

    @Test
    void passesAMapThatOverridesWithALock() {
        assertThat(Interleavings.explore(LockedTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAMapOfTheSubjectsOwnMaking() {
        assertThat(Interleavings.explore(OwnMapTestCase.class)).passesExhaustively();
    }

    static final class CacheTestCase {

        @SuppressWarnings("serial") // of no interest
        private final Map<String, Integer> cache = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > 1;
            }
        };

        @Actor
        void anna() {
            cache.put("a", 1);
        }

        @Actor
        void ben() {
            cache.put("b", 2);
        }
    }

    static final class OverridingTestCase {

        @SuppressWarnings("serial") // of no interest
        private static final class Words extends ArrayList<String> {
            @Override
            public boolean add(String word) {
                return super.add(word.trim());
            }
        }

        private final Words words = new Words();

        @Actor
        void anna() {
            words.add("a");
        }

        @Actor
        int ben() {
            return words.size();
        }
    }

    static final class ConcurrentTestCase {

        @SuppressWarnings("serial") // of no interest
        private static final class Counts extends ConcurrentHashMap<String, Integer> {}

        private final Counts counts = new Counts();

        private void increment() {
            counts.put("a", counts.getOrDefault("a", 0) + 1);
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
            if (counts.getOrDefault("a", 0) != 2) {
                throw new AssertionError("counts " + counts);
            }
        }
    }

    abstract static class Counting {

        private final AbstractQueuedSynchronizer lock;
        private int count;

        Counting(AbstractQueuedSynchronizer lock) {
            this.lock = lock;
        }

        private void increment() {
            lock.acquire(1);
            try {
                count++;
            } finally {
                lock.release(1);
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
            if (count != 2) {
                throw new AssertionError("count " + count);
            }
        }
    }

    @SuppressWarnings("serial") // of no interest
    private static class OneStepLock extends AbstractQueuedSynchronizer {
        @Override
        protected boolean tryAcquire(int ignored) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int ignored) {
            setState(0);
            return true;
        }
    }

    @SuppressWarnings("serial") // of no interest
    private static final class TwoStepLock extends OneStepLock {
        @Override
        protected boolean tryAcquire(int ignored) {
            boolean free = getState() == 0;
            if (free) {
                setState(1);
            }
            return free;
        }
    }

    static final class OneStepLockTestCase extends Counting {
        OneStepLockTestCase() {
            super(new OneStepLock());
        }
    }

    static final class TwoStepLockTestCase extends Counting {
        TwoStepLockTestCase() {
            super(new TwoStepLock());
        }
    }

    static final class LockedTestCase {

        @SuppressWarnings("serial") // of no interest
        private static final class Locked extends HashMap<String, Integer> {
            @Override
            public synchronized @Nullable Integer put(String key, Integer value) {
                return super.put(key, value);
            }
        }

        private final Map<String, Integer> map = new Locked();

        @Actor
        void anna() {
            map.put("a", 1);
        }

        @Actor
        void ben() {
            map.put("b", 2);
        }
    }

    static final class OwnMapTestCase {

        private static final class Own extends AbstractMap<String, Integer> {

            private final Map<String, Integer> inner = new ConcurrentHashMap<>();

            @Override
            public @Nullable Integer put(String key, Integer value) {
                return inner.put(key, value);
            }

            @Override
            public Set<Entry<String, Integer>> entrySet() {
                return inner.entrySet();
            }
        }

        private final Map<String, Integer> map = new Own();

        @Actor
        void anna() {
            map.put("a", 1);
        }

        @Actor
        void ben() {
            map.put("b", 2);
            map.remove("a");
        }
    }
}
