package koans.c07_pools;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import koans.api.NotYetWritten;

/**
 * 0707 A pool that waits for itself
 *
 * One of the posts mentions a program that fetches thousands of pictures of a site with 16 threads. Such a program finds
 * its work as it goes: behind a page are links, behind a link is a page with links. It is tempting to let the task of a
 * page hand over its links, and wait for their answers. With two threads, the first page's task waits for its link, whose
 * task waits for its own link, and that one lies in the queue, waiting for a thread. Both threads are busy: they wait for
 * it. Nothing fails. The JVM's search for deadlocks finds nothing either, for no lock is involved.
 *
 * 1. All pages that links lead to come back, with the first; linksOf is asked once for each.
 * 2. It comes to an end on a pool of any size.
 * 3. linksOf is called on the pool's threads alone.
 * 4. Pages that are known are looked at at the same time, as many as the pool has threads.
 * 5. When linksOf throws, the caller gets an ExecutionException with that as its cause, and the pool stays open.
 */
public final class K0707PoolThatWaitsForItself {

    private K0707PoolThatWaitsForItself() {}

    public static Set<String> pages(String first, Function<String, List<String>> linksOf, ExecutorService pool)
            throws ExecutionException, InterruptedException {
        // TODO: no two pages link to the same page.
        throw new NotYetWritten("find all pages, with the threads of the pool");
    }
}
