package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class InterleavingsTests {

    @Test
    void findsALostUpdate() {
        Exploration found = Interleavings.explore(LostUpdateTestCase.class);
        assertThat(found).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void passesAnAtomicCounter() {
        Exploration found = Interleavings.explore(AtomicTestCase.class);
        assertThat(found).passesExhaustively();
    }

    @Test
    void passesSynchronizedIncrements() {
        Exploration found = Interleavings.explore(SynchronizedTestCase.class);
        assertThat(found).passesExhaustively();
    }

    @Test
    void findsADeadlockOfMonitors() {
        Exploration found = Interleavings.explore(DeadlockTestCase.class);
        assertThat(found).breaksWith(Kind.STUCK);
    }

    @Test
    void passesALock() {
        Exploration found = Interleavings.explore(LockTestCase.class);
        assertThat(found).passesExhaustively();
    }

    @Test
    void findsADeadlockOfLocks() {
        Exploration found = Interleavings.explore(LocksTestCase.class);
        assertThat(found).breaksWith(Kind.STUCK);
    }

    static final class LostUpdateTestCase {

        private int value;

        @Actor
        void anna() {
            value++;
        }

        @Actor
        void ben() {
            value++;
        }

        @Check
        void bothCounted() {
            if (value != 2) {
                throw new AssertionError("counted " + value);
            }
        }
    }

    static final class AtomicTestCase {

        private final AtomicInteger value = new AtomicInteger();

        @Actor
        void anna() {
            value.incrementAndGet();
        }

        @Actor
        void ben() {
            value.incrementAndGet();
        }

        @Check
        void bothCounted() {
            if (value.get() != 2) {
                throw new AssertionError("counted " + value);
            }
        }
    }

    static final class SynchronizedTestCase {

        private int value;

        @Actor
        synchronized void anna() {
            value++;
        }

        @Actor
        void ben() {
            synchronized (this) {
                value++;
            }
        }

        @Check
        void bothCounted() {
            if (value != 2) {
                throw new AssertionError("counted " + value);
            }
        }
    }

    @SuppressWarnings("UnusedVariable") // something to guard
    static final class DeadlockTestCase {

        private final Object left = new Object();
        private final Object right = new Object();
        private int value;

        @Actor
        void anna() {
            synchronized (left) {
                synchronized (right) {
                    value++;
                }
            }
        }

        @Actor
        void ben() {
            synchronized (right) {
                synchronized (left) {
                    value++;
                }
            }
        }
    }

    static final class LockTestCase {

        private final ReentrantLock lock = new ReentrantLock();
        private int value;

        @Actor
        void anna() {
            lock.lock();
            try {
                value++;
            } finally {
                lock.unlock();
            }
        }

        @Actor
        void ben() {
            lock.lock();
            try {
                value++;
            } finally {
                lock.unlock();
            }
        }

        @Check
        void bothCounted() {
            if (value != 2) {
                throw new AssertionError("counted " + value);
            }
        }
    }

    @SuppressWarnings("LockNotBeforeTry") // the scenario is about the order alone
    static final class LocksTestCase {

        private final ReentrantLock left = new ReentrantLock();
        private final ReentrantLock right = new ReentrantLock();

        @Actor
        void anna() {
            left.lock();
            right.lock();
            right.unlock();
            left.unlock();
        }

        @Actor
        void ben() {
            right.lock();
            left.lock();
            left.unlock();
            right.unlock();
        }
    }
}
