package koans.rehearsal;

import io.github.acrossexecutors.explorer.Actor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Two threads that use what learners and their tests use: monitor, lock, semaphore, latch, atomic. */
public final class Rehearsal {

    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore semaphore = new Semaphore(1);
    private final CountDownLatch latch = new CountDownLatch(1);

    /** Make the scenario. */
    public Rehearsal() {}

    @Actor
    void first() {
        semaphore.acquireUninterruptibly();
        semaphore.release();
        lock.lock();
        try {
            latch.countDown();
        } finally {
            lock.unlock();
        }
    }

    @Actor
    void second() {
        synchronized (this) {
            count.updateAndGet(old -> old + 1);
        }
    }
}
