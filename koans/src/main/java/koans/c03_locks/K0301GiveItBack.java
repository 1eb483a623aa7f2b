package koans.c03_locks;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import koans.api.NotYetWritten;

/**
 * 0301 Give it back
 *
 * The posts name threading.Lock. In Python one writes with lock:, and however the block is left, the lock is free
 * again. A Java Lock is two calls, and nothing makes the second one happen. We let ten threads take one lock in turn;
 * the first threw an exception before it gave the lock back. Five seconds later the other nine still waited, for a
 * thread that was long gone. The JVM's own deadlock finder named nobody: it looks for threads that wait in a circle,
 * and these waited in a row. So run work under a lock, and give the lock back on every way out.
 *
 * 1. The work runs once, in the calling thread, under this lock and no other.
 * 2. What the work returns is returned; what it throws comes out as it is.
 * 3. When the call is over, the lock is free, whether the work returned or threw, an exception or an error.
 * 4. A thread that holds the lock already gets in again, and holds the lock still when the call is over.
 * 5. If the lock cannot be taken, the work does not run, nothing is given back, and the caller hears the reason.
 */
public final class K0301GiveItBack {

    private final Lock lock;

    public K0301GiveItBack(Lock lock) {
        this.lock = lock;
    }

    public <T> T guarded(Callable<T> work) throws Exception {
        // TODO
        throw new NotYetWritten("run the work while the lock is held, and give the lock back");
    }
}
