package koans.c03_locks;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

/**
 * Koan 0308, solved: a waiting room for each player, and the turn wakes the one it comes to.
 *
 * <p>Threads: one for each player, all at once. Memory effects: a move sees what all moves before it did.
 */
public final class K0308WakeTheRightOne {

    private final Lock lock;

    // rooms[i] is where player i waits for "turn == i"; nobody else waits there.
    private final Condition[] rooms;

    // Guarded by lock.
    private int turn;

    /**
     * Begin with the turn of player 0.
     *
     * @param lock what guards the turn
     * @param players how many there are
     */
    public K0308WakeTheRightOne(Lock lock, int players) {
        this.lock = lock;
        // Made by the lock, so that waiting gives this lock back.
        this.rooms = Stream.generate(lock::newCondition).limit(players).toArray(Condition[]::new);
    }

    /**
     * Make a move when it is the player's turn, and pass the turn on.
     *
     * @param player who moves, from 0
     * @param move what it does
     * @throws InterruptedException if the caller is interrupted while it waits; the move is not made then
     */
    public void play(int player, Runnable move) throws InterruptedException {
        lock.lock();
        try {
            // A loop: to be woken means to look again.
            while (turn != player) {
                rooms[player].await();
            }
            try {
                move.run();
            } finally {
                turn = (player + 1) % rooms.length;
                // One signal is enough: in this room stands only the one who can use it.
                rooms[turn].signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
