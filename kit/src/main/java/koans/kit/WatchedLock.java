package koans.kit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** A lock of a {@link LockWatch}; all its state stands under the monitor of the watch. */
final class WatchedLock implements Lock {

    final String name;
    private final LockWatch watch;

    // Guarded by the watch.
    @Nullable
    Thread owner;
    // Guarded by the watch; the owner may read it without.
    int holds;

    WatchedLock(LockWatch watch, String name) {
        this.watch = watch;
        this.name = name;
    }

    @Override
    public void lock() {
        boolean interrupted = false;
        while (true) {
            try {
                lockInterruptibly();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        synchronized (watch) {
            watch.asks(this);
            try {
                while (!tookIt()) {
                    watch.wait();
                }
            } finally {
                watch.asksNoMore();
            }
        }
        watch.taken(this);
    }

    @Override
    public boolean tryLock() {
        synchronized (watch) {
            if (!tookIt()) {
                return false;
            }
        }
        watch.taken(this);
        return true;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(time);
        synchronized (watch) {
            while (!tookIt()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(watch, left);
            }
        }
        watch.taken(this);
        return true;
    }

    @Override
    public void unlock() {
        synchronized (watch) {
            if (!Thread.currentThread().equals(owner)) {
                throw new IllegalMonitorStateException(
                        Thread.currentThread().getName() + " gave back " + name + ", which it does not hold");
            }
            if (--holds == 0) {
                owner = null;
                watch.notifyAll();
            }
        }
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException("the locks of this koan have no conditions");
    }

    private boolean tookIt() {
        Thread me = Thread.currentThread();
        if (owner != null && !owner.equals(me)) {
            return false;
        }
        owner = me;
        holds++;
        return true;
    }
}
