package koans.c01_threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Koan 0107, solved: every thread keeps what its task threw, and whoever joins asks for it. */
public final class K0107WhereDidMyExceptionGo {

    private K0107WhereDidMyExceptionGo() {}

    /**
     * Run tasks, each on a thread of its own, and wait for all of them.
     *
     * @param tasks what is to be done
     * @throws ExecutionException if a task failed: the first that did, in their order, is the cause, later ones are suppressed
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public static void runAll(List<Runnable> tasks) throws ExecutionException, InterruptedException {
        // A place for each task, as for the texts of koan 0104: no failure covers another, whichever comes first.
        Throwable[] failures = new Throwable[tasks.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            int place = i;
            Thread thread = new Thread(() -> {
                try {
                    tasks.get(place).run();
                } catch (Throwable thrown) {
                    // Caught on the thread it was thrown in, the only one it ever meets; an assertion's error, too.
                    failures[place] = thrown;
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            // All of them, before anything is thrown: nobody is left running. And what each wrote is visible then.
            thread.join();
        }
        rethrow(failures);
    }

    private static void rethrow(Throwable[] failures) throws ExecutionException {
        ExecutionException told = null;
        for (Throwable failure : failures) {
            if (failure == null) {
                continue;
            }
            if (told == null) {
                // The very exception as the cause: its stack says where it happened, this one who had asked.
                told = new ExecutionException(failure);
            } else {
                // Travels along instead of being lost.
                told.addSuppressed(failure);
            }
        }
        if (told != null) {
            throw told;
        }
    }
}
