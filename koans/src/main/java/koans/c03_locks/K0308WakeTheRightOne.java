package koans.c03_locks;

import java.util.concurrent.locks.Lock;
import koans.api.NotYetWritten;

/**
 * 0308 Wake the right one
 *
 * Some work must be done in turn: first this thread, then that one, and round again. So four of five wait at any time.
 * For what do they wait? Not for the lock, which is free, but for something to become true: for it to be their turn.
 * We let five threads make a thousand moves each. With one waiting room, and everybody woken after each move, they
 * were woken 15,248 times, two times of three for nothing. With a waiting room for each, it was 4,765 times. A lock
 * can have as many waiting rooms as you like. You are given the lock; make the rooms yourself.
 *
 * 1. Moves are made in turn: player 0, 1, 2 and so on to the last, then 0 again, whoever comes first.
 * 2. Who is not yet on turn waits at no cost, and the lock is free meanwhile.
 * 3. A player that is woken for nothing looks again, and waits on.
 * 4. After a move the next player is woken, and nobody else.
 * 5. A move that throws passes the turn on, too, and its exception comes out.
 */
public final class K0308WakeTheRightOne {

    private final Lock lock;

    public K0308WakeTheRightOne(Lock lock, int players) {
        this.lock = lock;
        // TODO
    }

    public void play(int player, Runnable move) throws InterruptedException {
        throw new NotYetWritten("wait for the turn, make the move, pass the turn on");
    }
}
