package koans.c07_pools;

import java.util.concurrent.ExecutorService;
import koans.api.NotYetWritten;

/**
 * 0705 When all are busy
 *
 * One of the posts hands a million numbers to a pool of four threads, each number a task of its own. The pool takes them
 * all. We let a Java pool do it whose four threads were busy: it took the million too. They filled 67 MB, not one of them
 * had run, and whoever handed them over had no way to know. The usual pools have a queue without an end, and such a queue
 * never says no; it only grows. So give the queue an end, and decide what happens there: refuse, drop,
 * wait, or let the one who asks do the work.
 *
 * 1. Up to workers tasks run at once, each on a thread of its own, and none of them waits meanwhile.
 * 2. While all workers are busy, room more tasks are taken, to run later.
 * 3. The next one is run by the thread that hands it over, before execute comes back.
 * 4. Every task that was taken runs once.
 * 5. After shutdown, a task is refused with a RejectedExecutionException, and does not run.
 */
public final class K0705WhenAllAreBusy {

    private K0705WhenAllAreBusy() {}

    public static ExecutorService service(int workers, int room) {
        // TODO: both are at least 1.
        throw new NotYetWritten("make a service that never has more to do than it can hold");
    }
}
