package koans.c06_queues;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Koan 0601, solved: a queue whose callers wait until they may.
 *
 * <p>Threads: any number of threads may put and take; all state stands under the monitor of the queue. Memory effects: what
 * a thread did before it put an item is seen by the one that takes it.
 *
 * @param <T> what is put in
 */
public final class K0601BuildABlockingQueue<T> {

    private final int capacity;

    // Guarded by this.
    private final Queue<T> items = new ArrayDeque<>();

    /**
     * Make an empty queue.
     *
     * @param capacity how many items it holds, at least 1
     */
    public K0601BuildABlockingQueue(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Put an item in, as soon as there is room.
     *
     * @param item what comes out after all that is in there
     * @throws InterruptedException if the caller is interrupted while it waits; nothing is put in then
     */
    public synchronized void put(T item) throws InterruptedException {
        // A loop: whoever was woken looks again, for another thread may have been faster.
        while (items.size() == capacity) {
            wait();
        }
        items.add(item);
        // All: takers and putters wait in the same place, and only one of the two kinds has something to do now.
        notifyAll();
    }

    /**
     * Take the oldest item, as soon as there is one.
     *
     * @return the item
     * @throws InterruptedException if the caller is interrupted while it waits; nothing is taken then
     */
    public synchronized T take() throws InterruptedException {
        while (items.isEmpty()) {
            wait();
        }
        T item = items.remove();
        notifyAll();
        return item;
    }

    /**
     * Tell how many items there are.
     *
     * @return the number, as it is now
     */
    public synchronized int size() {
        return items.size();
    }
}
