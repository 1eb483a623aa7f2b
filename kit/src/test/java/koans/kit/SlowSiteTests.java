package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import koans.api.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A slow site")
class SlowSiteTests {

    private static final Duration SHORT = Duration.ofMillis(5);

    /** Apart enough for a busy machine to keep the order. */
    private static final Duration APART = Duration.ofMillis(200);

    private final SlowSite site = SlowSite.open();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    @DisplayName("asked for one page after another has a peak of exactly 1")
    void oneAfterAnother() {
        List<String> texts =
                site.latency(SHORT).pages(50).stream().map(Site::fetch).toList();

        assertThat(texts).isEqualTo(site.bodies());
        assertThat(site.peakInFlight()).isEqualTo(1);
        assertThat(site.requests()).isEqualTo(50);
        assertThat(site.inFlight()).isZero();
    }

    @ParameterizedTest(name = "{0} pages")
    @DisplayName("asked for all pages at once has them all in flight")
    @ValueSource(ints = {2, 4, 50, 100})
    void allAtOnce(int count) throws Exception {
        List<String> texts = fetchAtOnce(site.together(count).pages(count));

        assertThat(texts).isEqualTo(site.bodies());
        assertThat(site.peakInFlight()).isEqualTo(count);
        assertThat(site.requests()).isEqualTo(count);
        assertThat(site.inFlight()).isZero();
    }

    @Test
    @DisplayName("that waits for more requests than come gives up, and counts those that came")
    void givesUp() throws Exception {
        fetchAtOnce(site.latency(SHORT).together(3).pages(2));

        assertThat(site.peakInFlight()).isEqualTo(2);
    }

    @Test
    @DisplayName("may answer the last page first")
    void lastFirst() throws Exception {
        LinkedBlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        List<URI> pages = site.lastFirst(APART).pages(4);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            pages.forEach(page -> clients.execute(() -> arrived.add(Site.fetch(page))));
        }

        assertThat(arrived).containsExactlyElementsOf(site.bodies().reversed());
    }

    @Test
    @DisplayName("counts its own requests alone, and says what no other site says")
    void apart() {
        try (SlowSite other = SlowSite.open()) {
            Site.fetch(other.latency(SHORT).pages(1).getFirst());

            assertThat(site.requests()).isZero();
            assertThat(other.requests()).isEqualTo(1);
            assertThat(other.body(0)).isNotEqualTo(site.body(0));
            assertThat(other.body(1)).isNotEqualTo(other.body(0));
        }
    }

    @Test
    @DisplayName("answers 404 for a page it does not have, and counts that too")
    void missingPage() {
        URI beyond = site.latency(SHORT).pages(2).getLast();
        site.pages(1);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Site.fetch(beyond))
                .withMessageContaining(beyond + " was answered with status 404, expected 200");
        assertThat(site.requests()).isEqualTo(1);
        assertThat(site.inFlight()).isZero();
    }

    @Test
    @DisplayName("answers no more once it is closed")
    void closed() {
        URI page = site.pages(1).getFirst();
        site.close();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Site.fetch(page))
                .withMessageContaining("status 404");
        assertThat(site.requests()).isZero();
    }

    @Test
    @DisplayName(
            "has all threads that keep a JVM alive from its start, so that none shows up while a learner's code runs")
    void noNewThreadsStay() throws Exception {
        Set<Thread> before = keepingAlive();
        fetchAtOnce(site.together(60).pages(60));

        assertThat(keepingAlive())
                .isSubsetOf(before)
                .noneMatch(thread -> thread.getName().startsWith("qtp"));
    }

    @Test
    @DisplayName("refuses numbers and times that make no sense")
    void ranges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> site.pages(0))
                .withMessage("A slow site has 1 to 10,000 pages, not 0.");
        assertThatIllegalArgumentException().isThrownBy(() -> site.pages(10_001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> site.latency(Duration.ZERO))
                .withMessage("A slow site takes 1 ms to 10 s, not PT0S.");
        assertThatIllegalArgumentException().isThrownBy(() -> site.latency(Duration.ofSeconds(11)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> site.lastFirst(Duration.ZERO))
                .withMessage("A slow site answers 1 ms to 1 s apart, not PT0S.");
        assertThatIllegalArgumentException().isThrownBy(() -> site.lastFirst(Duration.ofSeconds(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> site.together(0))
                .withMessage("At least 1 request comes together, not 0.");
    }

    private static Set<Thread> keepingAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.isDaemon())
                .collect(Collectors.toSet());
    }

    private static List<String> fetchAtOnce(List<URI> pages) throws InterruptedException, ExecutionException {
        List<String> texts = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            pages.forEach(page -> answers.add(clients.submit(() -> Site.fetch(page))));
            for (Future<String> answer : answers) {
                texts.add(answer.get());
            }
        }
        return texts;
    }
}
