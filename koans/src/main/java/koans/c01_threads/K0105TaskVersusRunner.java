package koans.c01_threads;

import java.util.List;
import java.util.function.Consumer;
import koans.api.NotYetWritten;

/**
 * 0105 Task versus runner
 *
 * The class notes turn a plain class into one that extends Thread, so that its work can run in the background. We took
 * that class and gave an object of it to a pool. The pool's thread did the work, and the object itself, a Thread-0,
 * was still NEW when all was done: a thread that nobody had started, used for the method in it. We started it, and
 * started it again for the next delivery: IllegalThreadStateException. What is to be done and who does it are two
 * things. Write the work alone, so that anybody can do it, again and again.
 *
 * 1. Running the round takes a dish to each door, in order, and then reports how many it has delivered; when run comes
 *    back, all is done, by the thread that called it.
 * 2. The same round can be run again, by the same thread or another one, and each run is a whole one.
 * 3. Two threads can run the same round at the same time, and each reports its own number.
 * 4. The round is no thread.
 */
public final class K0105TaskVersusRunner {

    private K0105TaskVersusRunner() {}

    public static Runnable round(List<String> doors, Consumer<String> deliver, Consumer<Integer> report) {
        // TODO
        throw new NotYetWritten("the work of one round: deliver to each door, then report how many");
    }
}
