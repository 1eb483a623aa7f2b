package koans.c02_races;

/**
 * Koan 0201, solved: a counter that stays exact although another thread may come in between read and write.
 *
 * <p>Threads: any number of threads may use one counter. Memory effects: a value read here was written before.
 */
public final class K0201LostUpdate {

    // Guarded by this: read and written under the monitor of the counter, and nowhere else.
    private int value;

    /** Make a counter that stands at 0. */
    public K0201LostUpdate() {}

    /** Add one. */
    public void increment() {
        // One monitor for all callers, held from the read to the write: nobody reads what is about to change.
        synchronized (this) {
            value++;
        }
    }

    /**
     * Tell how many increments were made.
     *
     * @return the count
     */
    public int value() {
        // The same monitor: it makes this thread see what the last writer left, and none that is half done.
        synchronized (this) {
            return value;
        }
    }
}
