package koans.c07_pools;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import koans.api.NotYetWritten;

/**
 * 0702 Four, eight, sixteen
 *
 * This is the program the posts begin with: 13 pages, one after another in 740 ms, with 4 threads in 210 ms. Then 8
 * threads, 165 ms, and 16, 149 ms. Twice the threads and hardly faster; why? The post does not ask. We gave each page
 * 100 ms and Java warm threads: 420, 215 and 119 ms, nearly 4, 2 and 1 times a page. The post never looks at its
 * answers: of three pages that do not exist it heard nothing. So write its executor.map for Java, answers and all, and
 * say beforehand what threads buy.
 *
 * 1. The texts come in the order of the pages, whichever page is answered first.
 * 2. As many pages are in flight as there are threads, and never more; with more threads than pages, all pages.
 * 3. A thread that is free fetches the next page, however long another page takes.
 * 4. A page that cannot be had makes the call fail with an ExecutionException whose cause is what fetch threw.
 * 5. One call hands all pages over and waits for all of them.
 * 6. turns says how often a page's time passes: 13 pages with 4 threads take 4 turns.
 * 7. fewestThreads is the smallest number of threads that needs no more than so many turns.
 */
public final class K0702FourEightSixteen {

    private K0702FourEightSixteen() {}

    public static List<String> fetchAll(List<URI> pages, Function<URI, String> fetch, int threads) throws Exception {
        throw new NotYetWritten("fetch all pages on so many threads, and ask for every text"); // TODO
    }

    public static int turns(int pages, int threads) {
        throw new NotYetWritten("say how often a page's time passes"); // TODO
    }

    public static int fewestThreads(int pages, int turns) {
        throw new NotYetWritten("say how few threads will do"); // TODO
    }
}
