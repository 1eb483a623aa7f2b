package koans.c01_threads;

import java.net.URI;
import java.util.List;
import koans.api.NotYetWritten;

/**
 * 0102 Baseline
 *
 * The first program of the posts fetches 13 pages, one after another. It took 740 ms. The processor worked for 292 ms of
 * them; the rest was waiting for somebody else's computer. The program also never read the pages: it kept the open
 * answers, and they were closed before anyone could look. So first write the plain version: one page after another,
 * every page read, every text in its place. It will be slow, and in a way you understand: the waits add up. Every faster
 * version is compared with this one, in time and in what it returns. That is a baseline.
 *
 * 1. The texts come in the order of the pages, one for each page.
 * 2. Every page is asked for exactly once.
 * 3. Never is more than one request in flight.
 */
public final class K0102Baseline {

    private K0102Baseline() {}

    public static List<String> fetchAll(List<URI> pages) {
        // TODO: koans.api.Site.fetch waits for a page and returns its text.
        throw new NotYetWritten("fetch one page after another");
    }
}
