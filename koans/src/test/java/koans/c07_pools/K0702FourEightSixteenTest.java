package koans.c07_pools;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import koans.api.Site;
import koans.kit.Aside;
import koans.kit.Guarantee;
import koans.kit.Hold;
import koans.kit.Koan;
import koans.kit.Rules;
import koans.kit.Seen;
import koans.kit.SlowSite;

@Koan
class K0702FourEightSixteenTest {

    private static final int PAGES = 13;

    @Guarantee(1)
    void theTextsComeInTheOrderOfThePages(Seen seen, SlowSite site) throws Exception {
        List<URI> pages = site.latency(Duration.ofMillis(20)).lastFirst().together(5).pages(5);

        List<String> texts = K0702FourEightSixteen.fetchAll(pages, Site::fetch, 5);

        assertThat(texts)
                .withFailMessage(seen.as("texts", site.bodies(), texts))
                .isEqualTo(site.bodies());
    }

    @Guarantee(2)
    void asManyPagesAreInFlightAsThereAreThreads(Seen seen, SlowSite site) throws Exception {
        List<URI> pages = site.latency(Duration.ofMillis(30)).pages(PAGES);
        for (int threads : new int[] {4, 8, 16}) {
            int expected = Math.min(threads, PAGES);
            Set<Thread> fetchers = ConcurrentHashMap.newKeySet();
            site.round(threads + " threads").together(expected);

            K0702FourEightSixteen.fetchAll(
                    pages,
                    page -> {
                        fetchers.add(Thread.currentThread());
                        return Site.fetch(page);
                    },
                    threads);

            // The peak never falls, and each size is larger than the one before.
            assertThat(site.peakInFlight())
                    .withFailMessage(seen.as("peak", PAGES, threads, site.peakInFlight(), expected))
                    .isEqualTo(expected);
            assertThat(fetchers)
                    .withFailMessage(seen.as("threads", PAGES, threads, fetchers.size()))
                    .hasSizeLessThanOrEqualTo(threads);
        }
    }

    @Guarantee(3)
    void aSlowPageHoldsUpItsOwnThreadAlone(Seen seen) {
        AtomicInteger others = new AtomicInteger();
        List<URI> pages = pages();
        try (Hold hold = new Hold()) {
            Aside fetching = Aside.run(() -> K0702FourEightSixteen.fetchAll(
                    pages,
                    page -> {
                        if (page.equals(pages.getFirst())) {
                            hold.stay();
                        } else {
                            others.incrementAndGet();
                        }
                        return page.getPath();
                    },
                    3));
            becomesTrue(Duration.ofSeconds(2), () -> others.get() == PAGES - 1 || fetching.hasEnded());
            int fetched = others.get();
            hold.letGo();
            fetching.ends();

            assertThat(fetched)
                    .withFailMessage(seen.as("batches", fetched, PAGES - 1))
                    .isEqualTo(PAGES - 1);
        }
    }

    @Guarantee(4)
    void aMissingPageIsHeardOf(Seen seen) {
        IllegalStateException missing = new IllegalStateException("no such page");
        Aside fetching = Aside.run(() -> K0702FourEightSixteen.fetchAll(
                pages(),
                page -> {
                    throw missing;
                },
                4));
        fetching.ends();

        Throwable thrown = fetching.thrown();
        assertThat(thrown instanceof ExecutionException && thrown.getCause() == missing)
                .withFailMessage(seen.as("silent", missing, fetching.outcome()))
                .isTrue();
    }

    @Guarantee(5)
    void oneCallHandsThemOver(Seen seen, Rules rules) throws Exception {
        K0702FourEightSixteen.fetchAll(pages(), URI::getPath, 4);

        rules.mustNotCall(Executor.class, "submit", "execute").otherwise(seen, "one");
        rules.mustCall(ExecutorService.class, "invokeAll").otherwise(seen, "none");
    }

    @Guarantee(6)
    void theTurnsAreCounted(Seen seen) {
        int[][] cases = {{13, 1, 13}, {13, 4, 4}, {13, 7, 2}, {13, 8, 2}, {13, 16, 1}, {32, 8, 4}, {0, 4, 0}};
        for (int[] one : cases) {
            int turns = K0702FourEightSixteen.turns(one[0], one[1]);

            assertThat(turns)
                    .withFailMessage(seen.as("turns", one[0], one[1], one[2], turns))
                    .isEqualTo(one[2]);
        }
    }

    @Guarantee(7)
    void noThreadIsWasted(Seen seen) {
        int[][] cases = {{13, 13, 1}, {13, 5, 3}, {13, 4, 4}, {13, 3, 5}, {13, 2, 7}, {13, 1, 13}, {32, 2, 16}};
        for (int[] one : cases) {
            int threads = K0702FourEightSixteen.fewestThreads(one[0], one[1]);

            assertThat(threads)
                    .withFailMessage(seen.as("fewest", one[0], one[1], one[2], threads))
                    .isEqualTo(one[2]);
        }
    }

    private static List<URI> pages() {
        return IntStream.range(0, PAGES)
                .mapToObj(page -> URI.create("http://localhost/page-" + page))
                .toList();
    }
}
