package koans.c01_threads;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import koans.api.Site;

/** Koan 0104, solved: start all, then join all. */
public final class K0104JoinAndCollect {

    private K0104JoinAndCollect() {}

    /**
     * Fetch pages, each on a thread of its own.
     *
     * @param pages where the pages are
     * @return their texts, in the order of the pages
     * @throws InterruptedException if the caller is interrupted while it waits for the pages
     */
    public static List<String> fetchAll(List<URI> pages) throws InterruptedException {
        // A place for each thread: no two threads write to the same one, whichever page is answered first.
        String[] texts = new String[pages.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            int place = i;
            Thread thread = new Thread(() -> texts[place] = Site.fetch(pages.get(place)));
            thread.start();
            threads.add(thread);
        }
        // A loop of its own: a join in the loop above would wait for each page before the next is asked for.
        for (Thread thread : threads) {
            // Waits for the end, and makes what that thread wrote visible here.
            thread.join();
        }
        return Arrays.asList(texts);
    }
}
