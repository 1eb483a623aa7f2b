package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks of the JDK, used as they are meant. */
final class LocksUsedRight {

    private LocksUsedRight() {}

    static final class ReadAndWrite {
        private final ReadWriteLock lock = new ReentrantReadWriteLock();
        private int width = 1;
        private int height = 1;
        private int area = -1;

        @Actor
        void grows() {
            lock.writeLock().lock();
            try {
                width = 2;
                height = 2;
            } finally {
                lock.writeLock().unlock();
            }
        }

        @Actor
        void measures() {
            lock.readLock().lock();
            try {
                area = width * height;
            } finally {
                lock.readLock().unlock();
            }
        }

        @Check
        void measuredBeforeOrAfter() {
            mustBe(4, area == 1 ? 4 : area);
        }
    }

    /** Reads without a lock, asks whether anybody wrote meanwhile, and reads with a lock if so. The fields are volatile. */
    static final class OptimisticRead {
        private final StampedLock lock = new StampedLock();
        private volatile int width = 1;
        private volatile int height = 1;
        private int area = -1;

        @Actor
        void grows() {
            long stamp = lock.writeLock();
            try {
                width = 2;
                height = 2;
            } finally {
                lock.unlockWrite(stamp);
            }
        }

        @Actor
        void measures() {
            long stamp = lock.tryOptimisticRead();
            int seen = width * height;
            if (!lock.validate(stamp)) {
                stamp = lock.readLock();
                try {
                    seen = width * height;
                } finally {
                    lock.unlockRead(stamp);
                }
            }
            area = seen;
        }

        @Check
        void measuredBeforeOrAfter() {
            mustBe(4, area == 1 ? 4 : area);
        }
    }

    /** Takes the lock if it comes soon, and goes another way if not. */
    static final class LockInTime {
        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicInteger elsewhere = new AtomicInteger();
        private int counted;

        @Actor
        void counts() throws InterruptedException {
            count();
        }

        @Actor
        void countsToo() throws InterruptedException {
            count();
        }

        @Check
        void bothAreCountedSomewhere() {
            mustBe(2, counted + elsewhere.get());
        }

        private void count() throws InterruptedException {
            if (!lock.tryLock(10, TimeUnit.MILLISECONDS)) {
                elsewhere.incrementAndGet();
                return;
            }
            try {
                counted++;
            } finally {
                lock.unlock();
            }
        }
    }

    private static void mustBe(int expected, int seen) {
        if (seen != expected) {
            throw new AssertionError("expected " + expected + ", seen " + seen);
        }
    }
}
