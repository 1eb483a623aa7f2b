package io.github.acrossexecutors.explorer.control;

import java.util.concurrent.Semaphore;

/** Keeps a thread that swallows every {@link Stop} from using a CPU for ever: it is a daemon, and waits until the JVM ends. */
final class Gates {

    private Gates() {}

    static void closeForEver() {
        new Semaphore(0).acquireUninterruptibly();
    }
}
