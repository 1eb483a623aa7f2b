package koans.c10_virtual;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import koans.api.NotYetWritten;

/**
 * 1002 Plain code, async speed
 *
 * One of the programs this course grew from needs 11.7 s for 100 downloads, one after another, and 3.1 s with five
 * threads. Why five? A thread of the operating system is not free, so one had to choose a number. A virtual thread is
 * nearly free. While it waits it holds no thread of the operating system at all: with 100 of them asleep our machine
 * had 12 platform threads, and 11 before. So there is no number to choose. Take the plain, waiting code of koan 0102,
 * and let every page have a thread of its own.
 *
 * 1. Every page is fetched with Site.fetch, and the bodies come in the order of the pages.
 * 2. Fifty pages are in flight at the same time, and each is asked for once.
 * 3. Fifty pages take less than four times as long as one; one after another they would take fifty times as long.
 * 4. While a page is on its way, no platform thread waits for it.
 * 5. A page that cannot be had makes the call fail, with the reason among the exception's causes.
 */
public final class K1002PlainCodeAsyncSpeed {

    private K1002PlainCodeAsyncSpeed() {}

    public static List<String> fetchAll(List<URI> pages) throws ExecutionException, InterruptedException {
        // TODO
        throw new NotYetWritten("fetch every page on a thread that costs nothing while it waits");
    }
}
