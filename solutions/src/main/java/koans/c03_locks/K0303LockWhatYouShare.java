package koans.c03_locks;

import java.util.Arrays;
import koans.api.Seam;

/**
 * Koan 0303, solved: a lock for each account, and each move takes the two it needs.
 *
 * <p>Threads: any number of threads may move at once; moves with an account in common take turns. Lock order: the account
 * with the smaller index first.
 */
public final class K0303LockWhatYouShare {

    private final Seam seam;

    // balances[i] is guarded by locks[i].
    private final long[] balances;
    private final Object[] locks;

    /**
     * Make a bank.
     *
     * @param seam passed by each move between its reads and its writes
     * @param balances what the accounts have
     */
    public K0303LockWhatYouShare(Seam seam, long... balances) {
        this.seam = seam;
        this.balances = balances.clone();
        // A lock for each account: who touches another account need not wait.
        this.locks = new Object[balances.length];
        Arrays.setAll(locks, account -> new Object());
    }

    /**
     * Move money.
     *
     * @param from the giving account
     * @param to the receiving account, another one
     * @param amount how much
     * @return whether the giving account had as much
     */
    public boolean move(int from, int to, long amount) {
        // Both before the first read, the smaller index first whichever way the money goes.
        synchronized (locks[Math.min(from, to)]) {
            synchronized (locks[Math.max(from, to)]) {
                long left = balances[from] - amount;
                long arrived = balances[to] + amount;
                if (left < 0) {
                    return false;
                }
                seam.pass();
                balances[from] = left;
                balances[to] = arrived;
                return true;
            }
        }
    }

    /**
     * Tell what an account has.
     *
     * @param account which
     * @return its balance
     */
    public long balance(int account) {
        // The same lock as the writers': it makes this thread see what the last of them left.
        synchronized (locks[account]) {
            return balances[account];
        }
    }
}
