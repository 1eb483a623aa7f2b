package koans.c03_locks;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;

/**
 * Koan 0301, solved: the lock is given back on every way out.
 *
 * <p>Threads: any number of threads may use one object; those of one lock take turns.
 */
public final class K0301GiveItBack {

    private final Lock lock;

    /**
     * Make a guard.
     *
     * @param lock what the work runs under
     */
    public K0301GiveItBack(Lock lock) {
        this.lock = lock;
    }

    /**
     * Run work while the lock is held.
     *
     * @param work what to run
     * @param <T> what the work returns
     * @return what the work returned
     * @throws Exception what the work threw, as it is
     */
    public <T> T guarded(Callable<T> work) throws Exception {
        // Before the try: if taking fails, there is nothing to give back.
        lock.lock();
        try {
            return work.call();
        } finally {
            // Runs after a return, an exception and an error alike, once for the one time it was taken.
            lock.unlock();
        }
    }
}
