package koans.c03_locks;

import java.util.concurrent.locks.Lock;

/**
 * Koan 0304, solved: two locks, always taken in the same order.
 *
 * <p>Threads: any number of threads may transfer at once. Lock order: by the accounts' numbers, the smaller first.
 */
public final class K0304Deadlock {

    private K0304Deadlock() {}

    /** An account, and the lock that guards it. */
    public interface Account {

        /** {@return what tells this account from all others; it never changes} */
        int number();

        /** {@return what must be held while the balance is read or written} */
        Lock lock();

        /** {@return the money that is there} */
        long balance();

        /**
         * Change the money that is there.
         *
         * @param balance the new balance
         */
        void setBalance(long balance);
    }

    /**
     * Move money from one account to another.
     *
     * @param from the giving account
     * @param to the receiving account, perhaps the same
     * @param amount how much
     * @return whether the giving account had as much
     */
    public static boolean transfer(Account from, Account to, long amount) {
        // The number decides, not the direction: who asks for the second lock holds the smaller number, so no circle
        // closes.
        boolean upwards = from.number() < to.number();
        Lock first = upwards ? from.lock() : to.lock();
        Lock second = upwards ? to.lock() : from.lock();
        first.lock();
        try {
            second.lock();
            try {
                return move(from, to, amount);
            } finally {
                second.unlock();
            }
        } finally {
            // Each lock has a finally of its own: whatever happens inside, both are given back.
            first.unlock();
        }
    }

    private static boolean move(Account from, Account to, long amount) {
        if (from.balance() < amount) {
            return false;
        }
        from.setBalance(from.balance() - amount);
        // Read only now: it may be the account that was just written.
        to.setBalance(to.balance() + amount);
        return true;
    }
}
