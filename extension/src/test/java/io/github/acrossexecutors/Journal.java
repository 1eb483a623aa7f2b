package io.github.acrossexecutors;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What test cases write down while JUnit runs them. It is static because JUnit, not the test, makes their instances; each
 * {@link EngineRun} begins with an empty one.
 *
 * <p><b>Threads:</b> safe; bodies write from any.
 */
final class Journal {

    private static final Queue<Object> ENTRIES = new ConcurrentLinkedQueue<>();

    private Journal() {}

    static void write(Object entry) {
        ENTRIES.add(entry);
    }

    static void writeThread(String what) {
        write(what + " on " + Thread.currentThread().getName());
    }

    static List<Object> take() {
        List<Object> taken = List.copyOf(ENTRIES);
        ENTRIES.clear();
        return taken;
    }
}
