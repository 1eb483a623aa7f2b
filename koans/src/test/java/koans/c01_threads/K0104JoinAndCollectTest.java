package koans.c01_threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Rules;
import koans.kit.Seen;
import koans.kit.SlowSite;

@Koan
class K0104JoinAndCollectTest {

    /** The first page is answered twice this after the last: long beside a thread's turn on a busy machine. */
    private static final Duration BETWEEN_ANSWERS = Duration.ofMillis(150);

    private static final Duration SHORT = Duration.ofMillis(20);

    @Guarantee(1)
    void theTextsComeInTheOrderOfThePages(Seen seen, SlowSite site) throws InterruptedException {
        List<URI> pages = site.latency(SHORT).lastFirst(BETWEEN_ANSWERS).pages(3);

        List<String> texts = K0104JoinAndCollect.fetchAll(pages);

        assertThat(texts)
                .withFailMessage(seen.as("texts", site.bodies(), texts))
                .isEqualTo(site.bodies());
    }

    @Guarantee(2)
    void theFourFetchesOverlap(Seen seen, SlowSite site) throws InterruptedException {
        K0104JoinAndCollect.fetchAll(site.together(4).pages(4));

        assertThat(site.peakInFlight())
                .withFailMessage(seen.as("peak", 4, site.peakInFlight()))
                .isEqualTo(4);
    }

    @Guarantee(3)
    void threadsMadeByHandDoIt(Seen seen, Rules rules) throws InterruptedException {
        K0104JoinAndCollect.fetchAll(List.of());

        rules.mustNotUse(Executor.class, Executors.class, Future.class, CompletionStage.class)
                .otherwise(seen, "pool");
        rules.mustNotCall(Collection.class, "parallelStream").otherwise(seen, "parallel");
        rules.mustNotCall(BaseStream.class, "parallel").otherwise(seen, "parallel");
        rules.mustUse(Thread.class).otherwise(seen, "noThread");
    }
}
