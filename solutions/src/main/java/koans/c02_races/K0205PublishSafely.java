package koans.c02_races;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/**
 * Koan 0205, solved: both figures are one object that never changes, and it is put up in one step.
 *
 * <p>Threads: any number of threads may put up and read; nobody waits for anybody. Memory effects: what was put up is seen by
 * whoever looks later.
 */
public final class K0205PublishSafely {

    // Complete when it is made and never changed: whoever has one has two figures that belong together.
    private record Run(int processes, int millis) {}

    // Written in one step by whoever puts up, read in one step by whoever looks; volatile, so that they see each other.
    private volatile Run best = new Run(0, 0);

    /** Make a board that shows nothing but zeros. */
    public K0205PublishSafely() {}

    /**
     * Put up a run.
     *
     * @param processes asked for its processes
     * @param millis asked for its milliseconds
     */
    public void putUp(IntSupplier processes, IntSupplier millis) {
        // Both figures are there before the object is, and the object before anybody can see it.
        best = new Run(processes.getAsInt(), millis.getAsInt());
    }

    /**
     * Show the run that was put up last.
     *
     * @param processes is shown its processes
     * @param millis is then shown its milliseconds
     */
    public void show(IntConsumer processes, IntConsumer millis) {
        // One look: both figures come from the object it found, whatever is put up meanwhile.
        Run run = best;
        processes.accept(run.processes());
        millis.accept(run.millis());
    }
}
