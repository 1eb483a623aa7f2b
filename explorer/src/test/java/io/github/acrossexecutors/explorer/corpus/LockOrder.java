package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;

/** Two transfers in opposite directions, each of which locks both accounts. */
final class LockOrder {

    private LockOrder() {}

    static final class Account {
        private final int number;
        private int balance = 100;

        Account(int number) {
            this.number = number;
        }
    }

    static final class Bug {
        private final Account rent = new Account(1);
        private final Account wages = new Account(2);

        @Actor
        void payRent() {
            transfer(wages, rent, 10);
        }

        @Actor
        void payBack() {
            transfer(rent, wages, 20);
        }

        @Check
        void noMoneyIsLost() {
            mustAddUp(rent, wages);
        }

        private static void transfer(Account from, Account to, int amount) {
            synchronized (from) {
                synchronized (to) {
                    from.balance -= amount;
                    to.balance += amount;
                }
            }
        }
    }

    static final class Correct {
        private final Account rent = new Account(1);
        private final Account wages = new Account(2);

        @Actor
        void payRent() {
            transfer(wages, rent, 10);
        }

        @Actor
        void payBack() {
            transfer(rent, wages, 20);
        }

        @Check
        void noMoneyIsLost() {
            mustAddUp(rent, wages);
        }

        private static void transfer(Account from, Account to, int amount) {
            Account first = from.number < to.number ? from : to;
            Account second = first == from ? to : from;
            synchronized (first) {
                synchronized (second) {
                    from.balance -= amount;
                    to.balance += amount;
                }
            }
        }
    }

    private static void mustAddUp(Account one, Account other) {
        if (one.balance + other.balance != 200) {
            throw new AssertionError("there were 200, there are " + (one.balance + other.balance));
        }
    }
}
