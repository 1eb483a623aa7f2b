package koans.c03_locks;

import java.util.concurrent.locks.Lock;
import koans.api.NotYetWritten;

/**
 * 0304 Deadlock
 *
 * One of our posts names critical section and deadlock in one breath. They are two things. The first is what locks are
 * for; the second is what they do to you when there is more than one of them. Two threads moved money between two
 * accounts, in opposite directions, each locking the giving account first. We let them meet 50 times, and nothing
 * happened. With a short spin between the two locks, 6 of 50 pairs hung. Nothing fails then and nothing is printed:
 * each of the two waits, politely and for ever, for the other. This test runs every order in which the steps of some
 * transfers can come. It lets nothing hang, and shows you who holds which lock, and who waits for whom.
 *
 * 1. A transfer moves the amount and answers true; if the giving account has less, it changes nothing and answers
 *    false; from an account to itself nothing changes either.
 * 2. Whenever a balance is read or written, the thread holds the locks of both accounts.
 * 3. When the transfer is over, both locks are free, whether it answered or threw.
 * 4. However many transfers meet, and whichever way the money goes, they never wait for each other in a circle.
 * 5. A transfer between two other accounts is not held up.
 *
 * Off limits: Locks of your own: an account is guarded by the lock it brings, and by nothing else.
 */
public final class K0304Deadlock {

    private K0304Deadlock() {}

    public interface Account {
        int number();
        Lock lock();
        long balance();
        void setBalance(long balance);
    }

    public static boolean transfer(Account from, Account to, long amount) {
        // TODO
        throw new NotYetWritten("move the amount under both locks, and never wait in a circle");
    }
}
