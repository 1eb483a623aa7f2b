package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.timing.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import koans.api.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The timeline")
class TimelineTests {

    private final Timeline timeline = Timeline.ofThisJvm();
    private final SlowSite site = SlowSite.open().latency(Duration.ofMillis(5));

    private String ownName = "";

    /** This thread is called as the watchdog calls the thread of a test. */
    @BeforeEach
    void begin() {
        ownName = Thread.currentThread().getName();
        Thread.currentThread().setName("K9901 method");
        timeline.take();
        timeline.begin("method");
    }

    @AfterEach
    void end() {
        Thread.currentThread().setName(ownName);
        timeline.take();
        site.close();
    }

    @Test
    @DisplayName("shows pages that are fetched one after another as bars of one worker that do not overlap")
    void oneAfterAnother() {
        site.pages(5).forEach(Site::fetch);

        Timeline.Round round = onlyRound();
        assertThat(round.method()).isEqualTo("method");
        assertThat(round.name()).isEmpty();
        assertThat(round.spans()).extracting(Span::task).containsExactly(0, 1, 2, 3, 4);
        assertThat(round.spans()).extracting(Span::worker).containsOnly(caller());
        assertThat(peak(round.spans())).isEqualTo(1);
        assertThat(round.spans()).allSatisfy(span -> assertThat(span.cpuNanos()).isPresent());
    }

    @Test
    @DisplayName("shows pages that are fetched by virtual threads at once as bars that overlap, one for each worker")
    void allAtOnce() throws InterruptedException {
        List<Thread> threads = site.together(8).pages(8).stream()
                .map(page -> Thread.ofVirtual().start(() -> Site.fetch(page)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        Timeline.Round round = onlyRound();
        assertThat(round.spans())
                .extracting(Span::worker)
                .containsExactlyInAnyOrderElementsOf(threads.stream()
                        .map(thread -> "virtual-" + thread.threadId() + " #" + thread.threadId())
                        .toList());
        assertThat(peak(round.spans())).isEqualTo(8).isEqualTo(site.peakInFlight());
        assertThat(round.spans()).allSatisfy(span -> assertThat(span.cpuNanos()).isEmpty());
    }

    @Test
    @DisplayName("takes any name of a thread, and claims no thread for another client")
    void names() throws Exception {
        URI page = site.pages(1).getFirst();
        Thread thread = Thread.ofPlatform().name("Bö/se\n \"Name\" ☂").start(() -> Site.fetch(page));
        thread.join();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        }

        assertThat(onlyRound().spans())
                .extracting(Span::worker)
                .containsExactly("Bö/se\n \"Name\" ☂ #" + thread.threadId(), "another client");
    }

    @Test
    @DisplayName("shows who stood where a test held them")
    void holdAndMeeting() throws InterruptedException {
        Meeting meeting = new Meeting(2);
        Thread other = Thread.ofPlatform().name("other").start(meeting::join);
        meeting.join();
        other.join();
        Hold hold = new Hold();
        hold.letGo();
        hold.stay();

        List<Span> spans = onlyRound().spans();
        assertThat(spans)
                .extracting(Span::worker)
                .containsExactlyInAnyOrder(caller(), "other #" + other.threadId(), caller());
    }

    @Test
    @DisplayName("keeps apart what the test divides, and lays nothing to the charge of a later round")
    void rounds() throws InterruptedException {
        Hold hold = new Hold();
        site.round("first");
        Thread late = Thread.ofPlatform().start(hold::stay);
        hold.holds(1);
        site.round("second");
        Site.fetch(site.pages(1).getFirst());
        timeline.begin("another");
        hold.letGo();
        late.join();

        List<Timeline.Round> rounds = timeline.take();
        assertThat(rounds).extracting(Timeline.Round::method).containsOnly("method");
        assertThat(rounds).extracting(Timeline.Round::name).containsExactly("first", "second");
        assertThat(rounds).allSatisfy(round -> assertThat(round.spans()).hasSize(1));
    }

    @Test
    @DisplayName("keeps nothing where nobody watches")
    void notWatched() {
        timeline.take();

        Site.fetch(site.round("ignored").pages(1).getFirst());

        assertThat(timeline.take()).isEmpty();
    }

    @Test
    @DisplayName("has room for five thousand bars, and then for five thousand more")
    void bounded() {
        Hold hold = new Hold();
        hold.letGo();
        for (int i = 0; i < 5_001; i++) {
            hold.stay();
        }
        assertThat(onlyRound().spans()).hasSize(5_000);

        timeline.begin("method");
        hold.stay();
        assertThat(onlyRound().spans()).hasSize(1);
    }

    private Timeline.Round onlyRound() {
        List<Timeline.Round> rounds = timeline.take();
        assertThat(rounds).hasSize(1);
        return rounds.getFirst();
    }

    private static String caller() {
        return "caller #" + Thread.currentThread().threadId();
    }

    private static int peak(List<Span> spans) {
        return new io.github.acrossexecutors.timing.Round(1, false, 0, 0, 0, spans).peakOverlap();
    }
}
