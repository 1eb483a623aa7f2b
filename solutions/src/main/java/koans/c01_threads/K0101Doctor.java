package koans.c01_threads;

/** Koan 0101, solved: the runtime is asked, nothing is written down. */
public final class K0101Doctor {

    private K0101Doctor() {}

    /**
     * What a program runs on.
     *
     * @param processors how many processors it may use
     * @param javaFeature the feature number of its Java
     */
    public record Card(int processors, int javaFeature) {}

    /**
     * Tell what this program runs on.
     *
     * @return the card of this machine, now
     */
    public static Card card() {
        // Asked each time: both belong to the machine, and the first may change while the program runs.
        return new Card(
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    }
}
