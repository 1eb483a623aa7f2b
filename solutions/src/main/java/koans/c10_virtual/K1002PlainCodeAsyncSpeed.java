package koans.c10_virtual;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import koans.api.Site;

/** Koan 1002, solved: a virtual thread for each page. */
public final class K1002PlainCodeAsyncSpeed {

    private K1002PlainCodeAsyncSpeed() {}

    /**
     * Fetch all pages at once.
     *
     * @param pages their addresses
     * @return their bodies, in the order of the pages
     * @throws ExecutionException if a page cannot be had: the first of those, in the order of the pages; the cause says why
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public static List<String> fetchAll(List<URI> pages) throws ExecutionException, InterruptedException {
        // No number of threads to choose: each task gets a new virtual thread, which ends with it.
        try (ExecutorService service = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> fetches = new ArrayList<>();
            for (URI page : pages) {
                // Plain code that waits; while it does, its virtual thread holds no platform thread.
                fetches.add(service.submit(() -> Site.fetch(page)));
            }
            List<String> bodies = new ArrayList<>();
            for (Future<String> fetch : fetches) {
                // In the order of the pages; a page that failed throws here, and is not a gap in the list.
                bodies.add(fetch.get());
            }
            return bodies;
        }
    }
}
