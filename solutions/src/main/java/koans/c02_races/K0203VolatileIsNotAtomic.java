package koans.c02_races;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/**
 * Koan 0203, solved: a counter that loses no change and lets nobody wait.
 *
 * <p>Threads: any number of threads may use one counter; none holds up another.
 */
public final class K0203VolatileIsNotAtomic {

    // Its reads and writes are seen as a volatile field's are; besides, it can write on condition.
    private final AtomicInteger value = new AtomicInteger();

    /** Make a counter that stands at 0. */
    public K0203VolatileIsNotAtomic() {}

    /**
     * Replace the value by what the step makes of it.
     *
     * @param step computes the new value from the old; may be called more than once, so it only computes
     */
    public void update(IntUnaryOperator step) {
        // Writes only if the value is still the one the step was given; else asks the step again, about the new one.
        value.updateAndGet(step);
    }

    /**
     * Tell the value.
     *
     * @return what the last step made
     */
    public int value() {
        // One read is whole by itself.
        return value.get();
    }
}
