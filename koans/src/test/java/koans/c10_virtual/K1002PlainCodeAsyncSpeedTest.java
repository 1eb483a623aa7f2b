package koans.c10_virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.acrossexecutors.Race;
import io.github.acrossexecutors.verdict.Judgement;
import io.github.acrossexecutors.verdict.Verdict;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import koans.api.NotYetWritten;
import koans.api.Site;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.PlatformWaiters;
import koans.kit.Rules;
import koans.kit.Seen;
import koans.kit.SlowSite;

@Koan
class K1002PlainCodeAsyncSpeedTest {

    private static final int PAGES = 50;
    private static final Duration LATENCY = Duration.ofMillis(40);

    // One page: 40 ms. Fifty at once: 40 ms and some CPU time. Fifty one after another: 2,000 ms.
    private static final double SPEED_OF_ONE = 1 / 4.0;

    @Guarantee(1)
    void theBodiesComeInTheOrderOfThePages(Seen seen, Rules rules, SlowSite site) throws Exception {
        List<URI> pages = site.latency(Duration.ofMillis(20)).lastFirst().pages(4);

        List<String> bodies = K1002PlainCodeAsyncSpeed.fetchAll(pages);

        assertThat(bodies)
                .withFailMessage(seen.as("order", firstOutOfPlace(bodies, site.bodies())))
                .isEqualTo(site.bodies());
        rules.mustCall(Site.class, "fetch").otherwise(seen, "fetch");
    }

    private static int firstOutOfPlace(List<String> bodies, List<String> expected) {
        return IntStream.range(0, Math.min(bodies.size(), expected.size()))
                .filter(page -> !expected.get(page).equals(bodies.get(page)))
                .findFirst()
                .orElse(Math.min(bodies.size(), expected.size()));
    }

    @Guarantee(2)
    void fiftyPagesAreInFlightAtOnce(Seen seen, SlowSite site) throws Exception {
        List<URI> pages = site.latency(Duration.ofMillis(10)).together(PAGES).pages(PAGES);

        K1002PlainCodeAsyncSpeed.fetchAll(pages);

        assertThat(site.peakInFlight())
                .withFailMessage(seen.as("peak", site.peakInFlight()))
                .isEqualTo(PAGES);
        assertThat(site.requests())
                .withFailMessage(seen.as("requests", site.requests()))
                .isEqualTo(PAGES);
    }

    @Guarantee(3)
    void fiftyPagesTakeHardlyLongerThanOne(Seen seen, SlowSite site) {
        List<URI> pages = site.latency(LATENCY).pages(PAGES);
        Judgement judgement = Race.of("one page", () -> fetchAll(site, "one page", pages.subList(0, 1)))
                .against("fifty pages", () -> fetchAll(site, "fifty pages", pages))
                .budget(Duration.ofSeconds(3))
                .measure(SPEED_OF_ONE)
                .judge(SPEED_OF_ONE);

        // Where no two pages were ever in flight together the clock has nothing to add.
        assertThat(site.peakInFlight())
                .withFailMessage(seen.as("line", site.peakInFlight()))
                .isGreaterThan(1);
        assertThat(judgement.verdict())
                .withFailMessage(seen.as("slow", timesOnePage(judgement), site.peakInFlight()))
                .isNotEqualTo(Verdict.NOT_MET);
        assumeThat(judgement.verdict()).as(judgement.message()).isEqualTo(Verdict.MET);
    }

    private static List<String> fetchAll(SlowSite site, String round, List<URI> pages) throws Exception {
        site.round(round);
        return K1002PlainCodeAsyncSpeed.fetchAll(pages);
    }

    private static long timesOnePage(Judgement judgement) {
        return judgement.figures().map(seen -> Math.round(1 / seen.median())).orElse(0L);
    }

    @Guarantee(4)
    void noPlatformThreadWaitsForAPage(Seen seen, SlowSite site) throws Exception {
        List<URI> pages = site.latency(Duration.ofMillis(150)).pages(4);

        try (PlatformWaiters waiters = PlatformWaiters.in(Site.class, "fetch")) {
            K1002PlainCodeAsyncSpeed.fetchAll(pages);

            assertThat(waiters.most())
                    .withFailMessage(seen.as("platform", waiters.most()))
                    .isZero();
        }
    }

    @Guarantee(5)
    void aPageThatCannotBeHadMakesTheCallFail(Seen seen, SlowSite site) {
        List<URI> pages = new ArrayList<>(site.latency(Duration.ofMillis(20)).pages(3));
        pages.add(1, pages.getFirst().resolve("page-99"));
        List<String> bodies = new ArrayList<>();

        Throwable thrown = catchThrowable(() -> bodies.addAll(K1002PlainCodeAsyncSpeed.fetchAll(pages)));
        if (thrown instanceof NotYetWritten notYet) {
            throw notYet;
        }

        assertThat(thrown).withFailMessage(seen.as("silent", bodies.size())).isNotNull();
        assertThat(Stream.iterate(thrown, cause -> cause != null, Throwable::getCause))
                .withFailMessage(seen.as("reason", thrown))
                .hasAtLeastOneElementOfType(UncheckedIOException.class);
    }
}
