package koans.c99_orders;

import koans.api.NotYetWritten;

/** Counts in five ways, one of them right. */
final class K9904Door {

    private int plain;
    private volatile int seen;
    private int guarded;
    private final Object other = new Object();

    void plainly() {
        plain++;
    }

    int plain() {
        return plain;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // what it is there for
    void seen() {
        seen++;
    }

    int inAll() {
        return seen;
    }

    synchronized void guarded() {
        guarded++;
    }

    synchronized int count() {
        return guarded;
    }

    void thisFirst() {
        synchronized (this) {
            synchronized (other) {
                guarded++;
            }
        }
    }

    void otherFirst() {
        synchronized (other) {
            synchronized (this) {
                guarded++;
            }
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // what it is there for
    void yielding() {
        while (seen == 0) {
            Thread.yield();
        }
    }

    @SuppressWarnings("DoNotCallSuggester") // what it is there for
    void unwritten() {
        throw new NotYetWritten("open the door");
    }
}
