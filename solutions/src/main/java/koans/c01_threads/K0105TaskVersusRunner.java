package koans.c01_threads;

import java.util.List;
import java.util.function.Consumer;

/** Koan 0105, solved: the work alone, without a thread and without a state of its own. */
public final class K0105TaskVersusRunner {

    private K0105TaskVersusRunner() {}

    /**
     * The work of one round.
     *
     * @param doors where dishes go, in order
     * @param deliver takes a dish to a door
     * @param report hears at the end how many were delivered
     * @return the work, to be run by anybody, as often as they like
     */
    public static Runnable round(List<String> doors, Consumer<String> deliver, Consumer<Integer> report) {
        // A task and no thread: whoever runs it is the thread.
        return () -> {
            // A local variable: each run has its own, on the stack of the thread that runs it.
            int delivered = 0;
            for (String door : doors) {
                deliver.accept(door);
                delivered++;
            }
            report.accept(delivered);
        };
    }
}
