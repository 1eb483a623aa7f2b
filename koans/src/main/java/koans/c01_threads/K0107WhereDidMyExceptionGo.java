package koans.c01_threads;

import java.util.List;
import java.util.concurrent.ExecutionException;
import koans.api.NotYetWritten;

/**
 * 0107 Where did my exception go
 *
 * One of the posts says that an error which ends one thread may end them all. We tried it, in Python and in Java. The
 * thread that threw was gone. All others went on, and the program ended as if nothing had happened. It is worse in a
 * test: we called fail() in a thread that the test had started, and the test stayed green. join does not help by
 * itself: it waits for a thread's end, and does not say whether the end was a good one. So whoever starts threads must
 * ask what became of them, and pass it on to somebody who can act.
 *
 * 1. Every task runs on a thread of its own, all at the same time, and the call waits until all have ended, however long
 *    that takes.
 * 2. When a task fails, by an exception or by an error, the call throws an ExecutionException whose cause is the very
 *    one that the task threw.
 * 3. A failure stops no other task, and the call waits for all the same.
 * 4. When several tasks fail, none of it is lost: the first in the order of the tasks is the cause, and the others are
 *    suppressed in the exception, in their order.
 * 5. Threads do it, made by you: no pool and no future.
 *
 * Off limits: Executors and futures.
 */
public final class K0107WhereDidMyExceptionGo {

    private K0107WhereDidMyExceptionGo() {}

    public static void runAll(List<Runnable> tasks) throws ExecutionException, InterruptedException {
        // TODO
        throw new NotYetWritten("run every task on a thread of its own, wait for all, and tell what they threw");
    }
}
