package koans.c02_races;

import java.util.function.Supplier;

/**
 * Koan 0204, solved: something that is made when it is first needed, and only once.
 *
 * <p>Threads: any number of threads may share one; they wait for each other while it is being made. Memory effects: whoever
 * gets it sees it as its maker left it.
 *
 * @param <T> what is made
 */
public final class K0204CheckThenAct<T> {

    private final Supplier<T> make;

    // Guarded by this: looked at and written under the monitor of this object, and nowhere else.
    @SuppressWarnings("NullAway.Init") // null until it is made
    private T value;

    /**
     * Make nothing yet.
     *
     * @param make makes the thing, never null
     */
    public K0204CheckThenAct(Supplier<T> make) {
        this.make = make;
    }

    /**
     * Have it, made by this call if there is none.
     *
     * @return the same object for every caller
     */
    public T get() {
        // Held from the look to the act: who comes in between waits here, and then sees that there is one. The lock
        // of this object and no other: whoever waits for something else need not wait for this.
        synchronized (this) {
            if (value == null) {
                // Nothing is written down before it is true: if this throws, there is still none.
                value = make.get();
            }
            return value;
        }
    }
}
