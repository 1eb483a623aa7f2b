package koans.c03_locks;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Koan 0306, solved: readers share a lock, a writer has one for itself.
 *
 * <p>Threads: any number of threads may read and write. Memory effects: a reader sees what every writer before it wrote.
 */
public final class K0306ReadersTogether {

    // Two locks that know of each other: the first may be held by many, the second only by one and beside no holder of
    // the first.
    private final ReadWriteLock locks = new ReentrantReadWriteLock();

    /** Make a rule for something that is read and written; nobody is inside. */
    public K0306ReadersTogether() {}

    /**
     * Read, beside other readers.
     *
     * @param look what reads
     * @param <T> what it finds
     * @return what it found
     */
    public <T> T read(Supplier<T> look) {
        locks.readLock().lock();
        try {
            return look.get();
        } finally {
            locks.readLock().unlock();
        }
    }

    /**
     * Write, beside nobody.
     *
     * @param change what writes
     */
    public void write(Runnable change) {
        // Waits until the last reader has left; whoever comes meanwhile waits behind.
        locks.writeLock().lock();
        try {
            change.run();
        } finally {
            locks.writeLock().unlock();
        }
    }
}
