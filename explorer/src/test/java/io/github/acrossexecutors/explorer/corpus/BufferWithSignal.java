package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A bounded buffer: {@code signal} on a condition that stands for two things may wake the wrong one. */
final class BufferWithSignal {

    private BufferWithSignal() {}

    static final class Bug {
        private final Lock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private final Deque<Integer> parcels = new ArrayDeque<>();
        private int first;
        private int second;

        @Actor
        void firstVan() throws InterruptedException {
            first = take();
        }

        @Actor
        void secondVan() throws InterruptedException {
            second = take();
        }

        @Actor
        void ramp() throws InterruptedException {
            put(1);
            put(2);
        }

        @Check
        void bothParcelsLeave() {
            mustBeThree(first + second);
        }

        private void put(int parcel) throws InterruptedException {
            lock.lock();
            try {
                while (!parcels.isEmpty()) {
                    changed.await();
                }
                parcels.add(parcel);
                changed.signal();
            } finally {
                lock.unlock();
            }
        }

        private int take() throws InterruptedException {
            lock.lock();
            try {
                while (parcels.isEmpty()) {
                    changed.await();
                }
                int parcel = parcels.remove();
                changed.signal();
                return parcel;
            } finally {
                lock.unlock();
            }
        }
    }

    static final class Correct {
        private final Lock lock = new ReentrantLock();
        private final Condition emptied = lock.newCondition();
        private final Condition filled = lock.newCondition();
        private final Deque<Integer> parcels = new ArrayDeque<>();
        private int first;
        private int second;

        @Actor
        void firstVan() throws InterruptedException {
            first = take();
        }

        @Actor
        void secondVan() throws InterruptedException {
            second = take();
        }

        @Actor
        void ramp() throws InterruptedException {
            put(1);
            put(2);
        }

        @Check
        void bothParcelsLeave() {
            mustBeThree(first + second);
        }

        private void put(int parcel) throws InterruptedException {
            lock.lock();
            try {
                while (!parcels.isEmpty()) {
                    emptied.await();
                }
                parcels.add(parcel);
                filled.signal();
            } finally {
                lock.unlock();
            }
        }

        private int take() throws InterruptedException {
            lock.lock();
            try {
                while (parcels.isEmpty()) {
                    filled.await();
                }
                int parcel = parcels.remove();
                emptied.signal();
                return parcel;
            } finally {
                lock.unlock();
            }
        }
    }

    private static void mustBeThree(int sum) {
        if (sum != 3) {
            throw new AssertionError("parcels 1 and 2 went in, their sum came out as " + sum);
        }
    }
}
