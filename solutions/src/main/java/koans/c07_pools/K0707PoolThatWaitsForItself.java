package koans.c07_pools;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Koan 0707, solved: tasks look at one page and end; the caller waits, and hands over what they found. */
public final class K0707PoolThatWaitsForItself {

    private K0707PoolThatWaitsForItself() {}

    /**
     * Find all pages of a site.
     *
     * @param first where to begin
     * @param linksOf what a page links to; waits, and is called on the pool's threads
     * @param pool whose threads look at pages; stays open
     * @return all pages that links lead to, and the first
     * @throws ExecutionException if {@code linksOf} throws; what it threw is the cause
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public static Set<String> pages(String first, Function<String, List<String>> linksOf, ExecutorService pool)
            throws ExecutionException, InterruptedException {
        Set<String> pages = new HashSet<>(Set.of(first));
        // Only this thread knows what is under way, and only this thread waits: the pool's threads look, and are free
        // again.
        Queue<Future<List<String>>> underWay = new ArrayDeque<>();
        underWay.add(pool.submit(() -> linksOf.apply(first)));
        while (!underWay.isEmpty()) {
            for (String link : underWay.remove().get()) {
                pages.add(link);
                // Handed over and not waited for: the other pages that are known are looked at meanwhile.
                underWay.add(pool.submit(() -> linksOf.apply(link)));
            }
        }
        return pages;
    }
}
