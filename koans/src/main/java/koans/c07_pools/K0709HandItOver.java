package koans.c07_pools;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import koans.api.NotYetWritten;

/**
 * 0709 Hand it over
 *
 * One of the programs this course grew from hands its pages to a pool and never asks for the answers. We ran it with
 * three pages that do not exist: it ended, and said nothing. In Java it is the same. A task that fails on a pool
 * tells nobody; the failure lies in the task's future until someone asks. And a pool that nobody closes keeps its
 * threads, waiting for work, and with them the whole program. So hand the tasks over to a service, ask for every
 * answer, and close what you opened.
 *
 * 1. The answers come in the order of the tasks, whichever task ends first.
 * 2. An ExecutorService of exactly workers threads runs the tasks, and with more tasks than that all its threads work
 *    at once.
 * 3. When a task fails, the others still run to their end; then the caller gets an ExecutionException whose cause is
 *    the very exception of the task.
 * 4. When the call is over, with answers or with an exception, none of the service's threads is left.
 */
public final class K0709HandItOver {

    private K0709HandItOver() {}

    public static <T> List<T> answers(List<Callable<T>> tasks, int workers)
            throws ExecutionException, InterruptedException {
        // TODO
        throw new NotYetWritten("hand the tasks over to a service, ask for every answer, close the service");
    }
}
