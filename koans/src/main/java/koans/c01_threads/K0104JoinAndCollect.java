package koans.c01_threads;

import java.net.URI;
import java.util.List;
import koans.api.NotYetWritten;

/**
 * 0104 Join and collect
 *
 * The posts fetched 13 pages one after another in 740 ms, and with 16 threads in 149 ms. We served 13 pages of 100 ms
 * each to Java: 1,341 ms one after another, 119 ms on 16 threads once warm. So a thread for each page can turn the sum of
 * all waits into the longest of them. It is also easily lost again, by one line in the wrong loop: then there are many
 * threads and one page at a time. And it brings a new question: who may look at the texts, and when is the last of them
 * there?
 *
 * 1. The texts come in the order of the pages, whichever page is answered first, and none is missing.
 * 2. All pages are on their way at the same time.
 * 3. Threads fetch the pages, made by you: no pool and no parallel stream does it for you.
 *
 * Off limits: Executors, futures, parallel streams.
 */
public final class K0104JoinAndCollect {

    private K0104JoinAndCollect() {}

    public static List<String> fetchAll(List<URI> pages) throws InterruptedException {
        // TODO: koans.api.Site.fetch waits for a page and returns its text.
        throw new NotYetWritten("fetch every page on a thread of its own, wait for all, give the texts in order");
    }
}
