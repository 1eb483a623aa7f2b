package io.github.acrossexecutors.explorer.standin;

import org.jspecify.annotations.Nullable;

/** What copies use of {@code ForkJoinWorkerThread}: no thread of a schedule is one. */
public class ForkJoinWorkerThread extends Thread {

    /** Its pool. */
    public final @Nullable ForkJoinPool pool = null;

    private ForkJoinWorkerThread() {}

    /**
     * Tell whether the caller has tasks queued.
     *
     * @return {@code false}
     */
    public static boolean hasKnownQueuedWork() {
        return false;
    }
}
