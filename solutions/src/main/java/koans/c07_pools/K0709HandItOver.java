package koans.c07_pools;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Koan 0709, solved: tasks are handed over to a service, answers asked for in order, the service closed. */
public final class K0709HandItOver {

    private K0709HandItOver() {}

    /**
     * Let a pool run tasks, and wait for all of them.
     *
     * @param tasks what is to be done
     * @param workers how many threads the pool has
     * @param <T> what a task answers
     * @return the answers in the order of the tasks
     * @throws ExecutionException if a task failed: the first that did, in the order of the tasks; its exception is the cause
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public static <T> List<T> answers(List<Callable<T>> tasks, int workers)
            throws ExecutionException, InterruptedException {
        // Closed on every way out, an exception's too; closing waits until all tasks are done and the threads are gone.
        try (ExecutorService service = Executors.newFixedThreadPool(workers)) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                // Hands over and does not wait: all tasks are with the service before the first answer is asked for.
                futures.add(service.submit(task));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                // Waits for this one, however many later ones are done; throws what the task threw, as the cause.
                answers.add(future.get());
            }
            return answers;
        }
    }
}
