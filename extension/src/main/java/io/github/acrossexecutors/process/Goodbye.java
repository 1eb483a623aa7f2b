package io.github.acrossexecutors.process;

import java.io.EOFException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The end of a worker's JVM: with its shutdown hooks, and without them if they do not end. */
final class Goodbye extends Thread {

    /** Shutdown hooks of user code may take this long; the pool's death must be followed within a second. */
    private static final long MOST_MILLIS = 700;

    private Goodbye() {
        super("goodbye");
        setDaemon(true);
    }

    /**
     * Ends this JVM. If the calling thread is the main one and no other keeps the JVM alive, it merely returns, and the JVM ends
     * with it: from JDK 21 on {@code System.exit} first looks for a logger in every file of the class path.
     *
     * @param main the JVM's main thread, which is to do nothing more
     * @param why what ended the pipe; told if it is not that the pool closed it
     */
    static void say(Thread main, Exception why) {
        if (!(why instanceof EOFException)) {
            System.err.println(why.getMessage());
        }
        new Goodbye().start();
        if (!Thread.currentThread().equals(main) || othersKeepThisJvmAlive(main)) {
            System.exit(0);
        }
    }

    private static boolean othersKeepThisJvmAlive(Thread main) {
        ThreadGroup all = Objects.requireNonNull(main.getThreadGroup());
        for (ThreadGroup above = all; above != null; above = above.getParent()) {
            all = above;
        }
        Thread[] threads = new Thread[2 * all.activeCount() + 8];
        int seen = all.enumerate(threads);
        for (int i = 0; i < seen; i++) {
            if (!threads[i].equals(main) && !threads[i].isDaemon()) {
                return true;
            }
        }
        return seen == threads.length;
    }

    @Override
    public void run() {
        try {
            TimeUnit.MILLISECONDS.timedJoin(Thread.currentThread(), MOST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }
}
