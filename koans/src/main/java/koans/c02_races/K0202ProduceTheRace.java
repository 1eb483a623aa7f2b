package koans.c02_races;

import java.util.Set;
import koans.api.NotYetWritten;

/**
 * 0202 Produce the race
 *
 * A race shows when it likes: in one of 160 runs, we said. But it is no matter of luck which order breaks the code.
 * Who tests such code must be able to write that order down, and so must who explains why a lock helps. Two threads
 * increment one counter; an increment is two steps, a read and a write of the value plus one. A script says whose turn
 * it is: in 1122 the first thread reads and writes, then the second, and the counter says 2. You are the scheduler
 * now. Real threads take their steps as your script says.
 *
 * 1. lost() is a script by which two increments, one by each thread, leave the counter at 1.
 * 2. worst() is a script by which three increments by each thread leave the counter at 2: one less than one thread
 *    alone would reach.
 * 3. open() is the set of all scripts of two increments that a lock leaves open, when each thread holds it from its
 *    read to its write.
 */
public final class K0202ProduceTheRace {

    private K0202ProduceTheRace() {}

    public static String lost() {
        // TODO
        throw new NotYetWritten("a script of four turns that loses one increment of two");
    }

    public static String worst() {
        // TODO
        throw new NotYetWritten("a script of twelve turns that leaves 2 of six increments");
    }

    public static Set<String> open() {
        // TODO
        throw new NotYetWritten("every script of four turns that two threads with a lock can follow");
    }
}
