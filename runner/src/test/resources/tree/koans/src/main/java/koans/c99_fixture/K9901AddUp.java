package koans.c99_fixture;

import java.util.List;
import koans.api.NotYetWritten;

/**
 * 9901 Add up
 *
 * A small shop closes for the night.
 * Somebody has to add the prices of the day up,
 * and tomorrow somebody else has to.
 *
 * 1. The total is the sum of all prices.
 * 2. A day without prices has the total 0.
 */
public final class K9901AddUp {

    private K9901AddUp() {}

    /** Adds the prices up. */
    public static int total(List<Integer> prices) {
        // TODO
        throw new NotYetWritten("add the prices up");
    }
}
