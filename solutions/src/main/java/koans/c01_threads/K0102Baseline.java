package koans.c01_threads;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import koans.api.Site;

/** Koan 0102, solved: one page after another. */
public final class K0102Baseline {

    private K0102Baseline() {}

    /**
     * Fetch pages, one after another.
     *
     * @param pages where the pages are
     * @return their texts, in the order of the pages
     */
    public static List<String> fetchAll(List<URI> pages) {
        List<String> texts = new ArrayList<>();
        for (URI page : pages) {
            // Waits here until the page is there: only then is the next one asked for, and the order keeps itself.
            texts.add(Site.fetch(page));
        }
        return texts;
    }
}
