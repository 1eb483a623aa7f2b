package koans.c02_races;

import java.util.function.Supplier;
import koans.api.NotYetWritten;

/**
 * 0204 Check then act
 *
 * A web client is dear to make. In the Python program of our sources each of five threads keeps a client of its own,
 * for theirs must not be shared. Java's HttpClient may be, so one is enough, made when the first thread needs it. if
 * (client == null) client = make(); is what one writes. Two threads come, both see null, both make one. Each has a
 * client, no test fails, and one of the two stays behind with its connections and its thread. Looking and acting are
 * two steps, and what you saw may be over before you act.
 *
 * 1. make is not called before the first get, then once, and every get returns what it made.
 * 2. Two threads that call get, in whatever order their steps come, make one between them, and both get it, complete.
 * 3. Two things of different kinds can be in the making at the same time.
 * 4. When make fails, its caller gets the exception, and the next get tries again, whichever thread calls it.
 */
public final class K0204CheckThenAct<T> {

    private final Supplier<T> make;
    private T value;

    public K0204CheckThenAct(Supplier<T> make) {
        this.make = make;
    }

    public T get() {
        // TODO
        throw new NotYetWritten("make it if there is none, keep it, return it");
    }
}
