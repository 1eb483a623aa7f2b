package io.github.acrossexecutors.explorer.standin;

/** What copies use inside {@code ThreadLocalRandom}: the same numbers in every schedule. */
public final class ThreadLocalRandom {

    private static final int NUMBER = 0x9E3779B9;

    private ThreadLocalRandom() {}

    /** Do nothing: there is no state. */
    public static void localInit() {}

    /**
     * Tell where a thread looks first.
     *
     * @return a number
     */
    public static int getProbe() {
        return NUMBER;
    }

    /**
     * Tell where a thread looks next.
     *
     * @param probe where it looked
     * @return a number
     */
    public static int advanceProbe(int probe) {
        return probe * NUMBER + 1;
    }

    /**
     * Tell a number.
     *
     * @return a number
     */
    public static int nextSecondarySeed() {
        return NUMBER;
    }
}
