package koans.c02_races;

import java.util.Set;

/** Koan 0202, solved: the orders in which two threads take their steps, good and bad, written down. */
public final class K0202ProduceTheRace {

    private K0202ProduceTheRace() {}

    /**
     * Lose one of two increments.
     *
     * @return whose turn it is, four times
     */
    public static String lost() {
        // Both have read 0 before the first write: both write 1.
        return "1212";
    }

    /**
     * Lose four of six increments.
     *
     * @return whose turn it is, twelve times
     */
    public static String worst() {
        // 1 carries its 0 past two increments of 2 and wipes them out; 2 carries that 1 past the rest of 1, and
        // writes 2.
        return "1" + "2222" + "1" + "2" + "1111" + "2";
    }

    /**
     * Tell what a lock leaves open.
     *
     * @return every order of two increments in which no thread comes between a read and its write
     */
    public static Set<String> open() {
        // Two, not one: a lock says that they go one after the other, not who begins.
        return Set.of("1122", "2211");
    }
}
