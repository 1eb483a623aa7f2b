package koans.c04_synchronizers;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Koan 0402, solved: a permit for each place, taken before the task and given back after it, however it ends.
 *
 * <p>Threads: any number of threads may call at the same time; those without a place wait.
 */
public final class K0402NoMoreThanThree {

    private final Semaphore free;

    /**
     * Make a gate with places.
     *
     * @param places how many tasks may be under way at the same time
     */
    public K0402NoMoreThanThree(int places) {
        // A permit is a free place: nobody counts, so nobody can miscount.
        free = new Semaphore(places);
    }

    /**
     * Call a task as soon as there is a place for it.
     *
     * @param task what to do
     * @param <T> what it returns
     * @return what it returned
     * @throws InterruptedException if the caller is interrupted while it waits for a place
     * @throws Exception what the task throws
     */
    public <T> T call(Callable<T> task) throws Exception {
        // Before the try: who is interrupted here has no place, and must not give one back.
        free.acquire();
        try {
            return task.call();
        } finally {
            // Reached by a failing task too: its place would be lost for ever.
            free.release();
        }
    }
}
