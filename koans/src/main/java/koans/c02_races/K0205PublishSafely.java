package koans.c02_races;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import koans.api.NotYetWritten;

/**
 * 0205 Publish safely
 *
 * One of the posts tries pools of 2, 4, 8 and more processes: 1.79 s, 1.00 s, 763 ms, and then slower again. A board
 * shows the best run so far, its processes and its milliseconds; whoever runs the next puts it up. Both figures are
 * volatile, so every reader sees the latest of each. And a reader who looks while the second run is being put up sees
 * 4 processes and 1,790 ms: two true numbers, and a run that has never been. Putting up may take a while, for both
 * figures are asked for, and so may reading, for they are shown in turn.
 *
 * 1. show shows the two figures that were put up last, each of them once.
 * 2. A reader sees one whole run, the old one or a new one, in whatever order its steps and those of who puts up come.
 * 3. Two who put up at the same time leave one whole run, one of theirs.
 * 4. Neither waits for the other: who puts up holds up no reader, who reads holds up nobody who puts up.
 */
public final class K0205PublishSafely {

    private volatile int processes;
    private volatile int millis;

    public void putUp(IntSupplier processes, IntSupplier millis) {
        // TODO
        throw new NotYetWritten("ask for both figures, and put them up");
    }

    public void show(IntConsumer processes, IntConsumer millis) {
        // TODO
        throw new NotYetWritten("show the processes, and then the milliseconds");
    }
}
