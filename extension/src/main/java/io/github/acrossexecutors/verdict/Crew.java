package io.github.acrossexecutors.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Threads of our own that compute at once, to see what the CPUs give.
 *
 * <p><b>Threads:</b> they end before a call returns, also if the caller is interrupted, who stays so.
 */
final class Crew {

    private Crew() {}

    /** Let so many daemon threads execute the same, each with its own number; in that order, what each returned. */
    static long[] compute(int threads, String name, IntToLongFunction work) {
        long[] results = new long[threads];
        List<Thread> crew = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread thread = new Thread(() -> results[number] = work.applyAsLong(number), name + number);
            thread.setDaemon(true);
            crew.add(thread);
            thread.start();
        }
        crew.forEach(Crew::join);
        return results;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
