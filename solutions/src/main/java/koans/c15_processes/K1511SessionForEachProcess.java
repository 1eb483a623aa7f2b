package koans.c15_processes;

import io.github.acrossexecutors.process.ProcessPool;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Koan 1511, solved: what cannot travel is made where it is needed, once, and kept there. */
public final class K1511SessionForEachProcess {

    /** Of the process it is in: each worker sets its own before it reads it, and here it stays empty. */
    @SuppressWarnings("NullAway.Init")
    private static Session session;

    private K1511SessionForEachProcess() {}

    /** Opens sessions; can travel. */
    public interface Client extends Serializable {

        /**
         * Open a session.
         *
         * @return the session, which belongs to this process
         */
        Session open();
    }

    /** Downloads pages; cannot travel. */
    public interface Session {

        /**
         * Download a page.
         *
         * @param page its number
         * @return its text
         */
        String download(int page);
    }

    /**
     * Download pages in processes.
     *
     * @param pages their numbers
     * @param client opens the session of each process
     * @param workers how many processes there are
     * @return their texts, in the order of the pages
     * @throws ExecutionException if a session cannot be opened or a page cannot be had
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public static List<String> download(List<Integer> pages, Client client, int workers)
            throws ExecutionException, InterruptedException {
        // The lambda is executed there, so the field it sets is the worker's; only the client travels.
        try (ProcessPool pool = ProcessPool.builder()
                .workers(workers)
                .initializer(() -> session = client.open())
                .build()) {
            // One page at a time, because pages take long: nothing waits behind a slow one while a process is free.
            return pool.map(page -> session.download(page), pages, 1);
        }
    }
}
