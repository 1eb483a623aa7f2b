package koans.c99_fixture;

import java.util.List;

/** Adds the prices of a day up. */
public final class K9901AddUp {

    private K9901AddUp() {}

    /** Adds the prices up. */
    public static int total(List<Integer> prices) {
        int sum = 0;
        for (int price : prices) {
            sum += price;
        }
        return sum;
    }
}
