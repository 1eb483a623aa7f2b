package koans.c06_queues;

import koans.api.NotYetWritten;

/**
 * 0601 Build a blocking queue
 *
 * In the class notes a courier waits until there is a dish. Put a shelf in between: a cook who finds it full waits,
 * and so does a courier who finds it empty. Two cooks, two couriers, a shelf for one; each should have moved a
 * thousand dishes. What woke one waiting thread after each move hung in 30 of 30 runs; what woke all of them, in none.
 * Every pool stands on a queue that blocks. Build one.
 *
 * 1. Items come out in the order in which they were put in, and never are there more of them than the capacity.
 * 2. Who takes from an empty queue, or puts into a full one, waits at no cost, and goes on when it may.
 * 3. One item wakes who waits, and only one of them gets it.
 * 4. Who holds the queue's own monitor has the queue to itself, for as many calls as it likes.
 * 5. Nobody sleeps while there is something for it to do.
 * 6. What many threads put and as many take is the same, and nothing else.
 * 7. Who is interrupted while it waits comes back with an InterruptedException.
 *
 * Off limits: Everything in java.util.concurrent, and threads of your own.
 */
public final class K0601BuildABlockingQueue<T> {

    public K0601BuildABlockingQueue(int capacity) {
        // TODO: and in the three methods
    }

    public void put(T item) throws InterruptedException {
        throw new NotYetWritten("put the item in as soon as there is room");
    }

    public T take() throws InterruptedException {
        throw new NotYetWritten("take the oldest item as soon as there is one");
    }

    public int size() {
        throw new NotYetWritten("tell how many items there are");
    }
}
