package koans.c03_locks;

import koans.api.NotYetWritten;
import koans.api.Seam;

/**
 * 0303 Lock what you share
 *
 * Sixteen transfers between different accounts, each of which takes 20 ms, on eight threads. With one lock for the
 * whole bank we measured 324 to 333 ms; with a lock for each account, 42 to 46 ms. Both were right. The first had
 * eight threads and did one thing at a time. So what is it that needs a lock? Not the bank and not the code: the one
 * balance that two threads both want. A move here has a seam between its reads and its writes, where the slow part
 * stands: say, a line in the books. You choose the locks this time.
 *
 * 1. A move reads both balances, passes the seam once and then writes both, and answers true; if the giving account
 *    has less than the amount, it changes nothing and answers false.
 * 2. When another move comes while one is at the seam, no money is lost or made, and no account is overdrawn.
 * 3. Moves that have no account in common do not hold up one another.
 * 4. Two moves never wait for each other in a circle, whichever way the money goes.
 */
public final class K0303LockWhatYouShare {

    private final Seam seam;
    private final long[] balances;

    public K0303LockWhatYouShare(Seam seam, long... balances) {
        this.seam = seam;
        this.balances = balances.clone();
    }

    public boolean move(int from, int to, long amount) {
        // TODO
        throw new NotYetWritten("look, pass the seam, write; hold up only moves that share an account");
    }

    public long balance(int account) {
        return balances[account];
    }
}
