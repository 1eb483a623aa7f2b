package koans.c01_threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;
import koans.kit.SlowSite;

@Koan
class K0102BaselineTest {

    private static final int PAGES = 6;
    private static final Duration LATENCY = Duration.ofMillis(50);

    @Guarantee(1)
    void theTextsComeInTheOrderOfThePages(Seen seen, SlowSite site) {
        List<URI> pages = site.latency(LATENCY).pages(PAGES).reversed();
        List<String> expected = site.bodies().reversed();

        List<String> texts = K0102Baseline.fetchAll(pages);

        assertThat(texts).withFailMessage(seen.as("texts", expected, texts)).isEqualTo(expected);
    }

    @Guarantee(1)
    void noPagesAreNoTexts(Seen seen) {
        List<String> texts = K0102Baseline.fetchAll(List.of());

        assertThat(texts).withFailMessage(seen.as("empty", texts)).isEmpty();
    }

    @Guarantee(2)
    void everyPageIsAskedForOnce(Seen seen, SlowSite site) {
        K0102Baseline.fetchAll(site.latency(LATENCY).pages(PAGES));

        assertThat(site.requests())
                .withFailMessage(seen.as("requests", PAGES, site.requests()))
                .isEqualTo(PAGES);
    }

    @Guarantee(3)
    void oneRequestIsInFlightAtMost(Seen seen, SlowSite site) {
        K0102Baseline.fetchAll(site.latency(LATENCY).pages(PAGES));

        assertThat(site.peakInFlight())
                .withFailMessage(seen.as("peak", PAGES, site.peakInFlight()))
                .isEqualTo(1);
    }
}
