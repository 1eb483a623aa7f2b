package koans.c07_pools;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Koan 0702, solved: a pool of so many threads, one call that hands all over, and the arithmetic of turns. */
public final class K0702FourEightSixteen {

    private K0702FourEightSixteen() {}

    /**
     * Fetch pages on so many threads.
     *
     * @param pages where the pages are
     * @param fetch how one page is fetched
     * @param threads how many are fetched at the same time, at most
     * @return their texts, in the order of the pages
     * @throws ExecutionException if a page cannot be had: the first of those, in the order of the pages; the cause says why
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public static List<String> fetchAll(List<URI> pages, Function<URI, String> fetch, int threads) throws Exception {
        List<Callable<String>> tasks = new ArrayList<>();
        for (URI page : pages) {
            tasks.add(() -> fetch.apply(page));
        }
        try (ExecutorService service = Executors.newFixedThreadPool(threads)) {
            List<String> texts = new ArrayList<>();
            // All at once and not in groups: the pool's queue gives each thread the next page as soon as it is free.
            for (Future<String> text : service.invokeAll(tasks)) {
                // Done already, and asked all the same: what a task threw is heard of here or nowhere.
                texts.add(text.get());
            }
            return texts;
        }
    }

    /**
     * Tell how often a page's time passes.
     *
     * @param pages how many pages
     * @param threads how many threads, at least 1
     * @return the number of turns
     */
    public static int turns(int pages, int threads) {
        // Rounded up: the last turn takes as long as the others, even if all threads but one have nothing to do.
        return Math.ceilDiv(pages, threads);
    }

    /**
     * Tell how few threads will do.
     *
     * @param pages how many pages
     * @param turns how many turns may be taken, at least 1
     * @return the smallest number of threads that needs no more turns
     */
    public static int fewestThreads(int pages, int turns) {
        // So many turns hold `turns` pages for each thread; what is left over needs one thread more.
        return Math.ceilDiv(pages, turns);
    }
}
