package koans.c03_locks;

import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Koan 0305, solved: the forks have an order, and everybody keeps it.
 *
 * <p>Threads: one for each seat, all at once. Lock order: by the forks' places in the list, the smaller first.
 */
public final class K0305Philosophers {

    private final List<Lock> forks;

    /**
     * Lay the table.
     *
     * @param forks one for each seat; a seat's second fork is that of the next seat, the last seat's that of the first
     */
    public K0305Philosophers(List<Lock> forks) {
        this.forks = List.copyOf(forks);
    }

    /**
     * Eat, as soon as both forks can be had.
     *
     * @param seat where the calling thread sits, from 0
     * @param meal what it does with both forks in its hands
     */
    public void eat(int seat, Runnable meal) {
        int next = (seat + 1) % forks.size();
        // By number, not by side: the last seat begins on the other side than all others, so no circle closes.
        Lock first = forks.get(Math.min(seat, next));
        Lock second = forks.get(Math.max(seat, next));
        first.lock();
        try {
            second.lock();
            try {
                meal.run();
            } finally {
                second.unlock();
            }
        } finally {
            first.unlock();
        }
    }
}
