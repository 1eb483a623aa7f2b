package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** An account that is not unlocked where a withdrawal is refused. */
final class LockNeverUnlocked {

    private LockNeverUnlocked() {}

    static final class Bug {
        private final Lock lock = new ReentrantLock();
        private int balance = 100;

        @Actor
        void withdrawsTooMuch() {
            change(-500);
        }

        @Actor
        void deposits() {
            change(10);
        }

        @Check
        void theDepositCounts() {
            mustBe110(balance);
        }

        @SuppressWarnings("LockNotBeforeTry") // That is the mistake.
        private void change(int amount) {
            lock.lock();
            if (balance + amount < 0) {
                return;
            }
            balance += amount;
            lock.unlock();
        }
    }

    static final class Correct {
        private final Lock lock = new ReentrantLock();
        private int balance = 100;

        @Actor
        void withdrawsTooMuch() {
            change(-500);
        }

        @Actor
        void deposits() {
            change(10);
        }

        @Check
        void theDepositCounts() {
            mustBe110(balance);
        }

        private void change(int amount) {
            lock.lock();
            try {
                if (balance + amount >= 0) {
                    balance += amount;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private static void mustBe110(int balance) {
        if (balance != 110) {
            throw new AssertionError("the balance is " + balance);
        }
    }
}
