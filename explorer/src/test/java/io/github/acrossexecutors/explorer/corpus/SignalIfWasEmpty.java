package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A queue that spares signals: it signals only when it was empty. Of two who wait the second one is never woken, though
 * there is something for it.
 *
 * <p>Source: M. Herlihy, N. Shavit, "The Art of Multiprocessor Programming" (2008), section 8.2.2, the lost-wakeup problem.
 */
final class SignalIfWasEmpty {

    private SignalIfWasEmpty() {}

    static final class Bug {
        private final Lock lock = new ReentrantLock();
        private final Condition filled = lock.newCondition();
        private final Deque<Integer> letters = new ArrayDeque<>();
        private int first;
        private int second;

        @Actor
        void firstClerk() throws InterruptedException {
            first = take();
        }

        @Actor
        void secondClerk() throws InterruptedException {
            second = take();
        }

        @Actor
        void post() {
            put(1);
            put(2);
        }

        @Check
        void bothLettersAreTaken() {
            mustBeThree(first + second);
        }

        private void put(int letter) {
            lock.lock();
            try {
                letters.add(letter);
                if (letters.size() == 1) {
                    filled.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        private int take() throws InterruptedException {
            lock.lock();
            try {
                while (letters.isEmpty()) {
                    filled.await();
                }
                return letters.remove();
            } finally {
                lock.unlock();
            }
        }
    }

    static final class Correct {
        private final Lock lock = new ReentrantLock();
        private final Condition filled = lock.newCondition();
        private final Deque<Integer> letters = new ArrayDeque<>();
        private int first;
        private int second;

        @Actor
        void firstClerk() throws InterruptedException {
            first = take();
        }

        @Actor
        void secondClerk() throws InterruptedException {
            second = take();
        }

        @Actor
        void post() {
            put(1);
            put(2);
        }

        @Check
        void bothLettersAreTaken() {
            mustBeThree(first + second);
        }

        private void put(int letter) {
            lock.lock();
            try {
                letters.add(letter);
                filled.signal();
            } finally {
                lock.unlock();
            }
        }

        private int take() throws InterruptedException {
            lock.lock();
            try {
                while (letters.isEmpty()) {
                    filled.await();
                }
                return letters.remove();
            } finally {
                lock.unlock();
            }
        }
    }

    private static void mustBeThree(int sum) {
        if (sum != 3) {
            throw new AssertionError("letters 1 and 2 came, their sum was taken as " + sum);
        }
    }
}
