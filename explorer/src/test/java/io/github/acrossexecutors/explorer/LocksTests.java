package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

/** Locks of java.util.concurrent and their conditions. */
class LocksTests {

    @Test
    void passesACondition() {
        assertThat(Interleavings.explore(ConditionTestCase.class)).passesExhaustively();
    }

    @Test
    void findsASignalThatWakesTheWrongOne() {
        assertThat(Interleavings.explore(SignallingBufferTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void passesABufferThatSignalsAll() {
        assertThat(Interleavings.explore(BufferSignallingAllTestCase.class)).passes();
    }

    @Test
    void findsAReadLockUpgraded() {
        assertThat(Interleavings.explore(UpgradedReadLockTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void passesAStampedLock() {
        assertThat(Interleavings.explore(StampedLockTestCase.class)).passesExhaustively();
    }

    static final class ConditionTestCase {
        private final ReentrantLock l = new ReentrantLock();
        private final Condition c = l.newCondition();
        private boolean ready;

        @Actor
        void put() {
            l.lock();
            try {
                ready = true;
                c.signalAll();
            } finally {
                l.unlock();
            }
        }

        @Actor
        void take() throws Exception {
            l.lock();
            try {
                while (!ready) c.await();
            } finally {
                l.unlock();
            }
        }
    }

    static final class SignallingBufferTestCase {
        int n;
        final ReentrantLock l = new ReentrantLock();
        final Condition c = l.newCondition();

        void put() throws Exception {
            l.lock();
            try {
                while (n == 1) c.await();
                n++;
                c.signal();
            } finally {
                l.unlock();
            }
        }

        void take() throws Exception {
            l.lock();
            try {
                while (n == 0) c.await();
                n--;
                c.signal();
            } finally {
                l.unlock();
            }
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

    static final class BufferSignallingAllTestCase {
        int n;
        final ReentrantLock l = new ReentrantLock();
        final Condition c = l.newCondition();

        void put() throws Exception {
            l.lock();
            try {
                while (n == 1) c.await();
                n++;
                c.signalAll();
            } finally {
                l.unlock();
            }
        }

        void take() throws Exception {
            l.lock();
            try {
                while (n == 0) c.await();
                n--;
                c.signalAll();
            } finally {
                l.unlock();
            }
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

    @SuppressWarnings("LockNotBeforeTry") // part of what is tested
    static final class UpgradedReadLockTestCase {
        private final ReentrantReadWriteLock l = new ReentrantReadWriteLock();

        @Actor
        void anna() {
            l.readLock().lock();
            l.writeLock().lock();
            l.writeLock().unlock();
            l.readLock().unlock();
        }

        @Actor
        void ben() {
            l.readLock().lock();
            l.readLock().unlock();
        }
    }

    static final class StampedLockTestCase {
        final StampedLock l = new StampedLock();
        int x, y;
        int sum;

        @Actor
        void write() {
            long s = l.writeLock();
            x = 1;
            y = 1;
            l.unlockWrite(s);
        }

        @Actor
        void read() {
            long s = l.readLock();
            sum = x + y;
            l.unlockRead(s);
        }

        @Check
        void isRight() {
            if (sum == 1) throw new AssertionError("torn");
        }
    }
}
