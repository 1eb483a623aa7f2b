package koans.c07_pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import koans.api.NotYetWritten;
import koans.api.Site;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Rules;
import koans.kit.Seen;
import koans.kit.SlowSite;

@Koan
class K0709HandItOverTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration TO_END = Duration.ofSeconds(1);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger done = new AtomicInteger();

    @Guarantee(1)
    void theAnswersComeInTheOrderOfTheTasks(Seen seen, SlowSite site) throws Exception {
        List<URI> pages = site.latency(SHORT).lastFirst().together(5).pages(5);

        List<String> answers = K0709HandItOver.answers(fetches(pages), 5);

        assertThat(answers)
                .withFailMessage(seen.as(
                        "order", answers.stream().map(site.bodies()::indexOf).toList()))
                .isEqualTo(site.bodies());
    }

    @Guarantee(2)
    void aServiceOfSoManyThreadsRunsTheTasks(Seen seen, Rules rules, SlowSite site) throws Exception {
        List<URI> pages = site.latency(SHORT).together(4).pages(8);

        K0709HandItOver.answers(fetches(pages), 4);

        rules.mustUse(ExecutorService.class).otherwise(seen, "service");
        assertThat(List.of(site.peakInFlight(), threads.size()))
                .withFailMessage(seen.as("peak", 8, 4, site.peakInFlight(), threads.size()))
                .containsOnly(4);
    }

    @Guarantee(3)
    void aFailureComesToTheCallerAndStopsNoOtherTask(Seen seen, SlowSite site) {
        IOException failure = new IOException("the answer was lost on the way");
        List<Object> answers = new ArrayList<>();

        Throwable thrown =
                catchThrowable(() -> answers.addAll(K0709HandItOver.answers(fetchesAndOneThatFails(site, failure), 2)));
        rethrowNotYetWritten(thrown);

        assertThat(thrown).withFailMessage(seen.as("silent", answers)).isNotNull();
        assertThat(thrown)
                .withFailMessage(seen.as("cause", failure, told(thrown)))
                .isInstanceOf(ExecutionException.class)
                .extracting(Throwable::getCause)
                .isSameAs(failure);
        assertThat(done).withFailMessage(seen.as("others", done)).hasValue(3);
    }

    @Guarantee(4)
    void noThreadIsLeftAfterTheAnswers(Seen seen, SlowSite site) throws Exception {
        K0709HandItOver.answers(fetches(site.latency(SHORT).together(4).pages(4)), 4);

        int left = left();
        assertThat(left).withFailMessage(seen.as("left", left, threads.size())).isZero();
    }

    @Guarantee(4)
    void noThreadIsLeftAfterAFailure(Seen seen, SlowSite site) throws Exception {
        IOException failure = new IOException("the answer was lost on the way");

        rethrowNotYetWritten(catchThrowable(() -> K0709HandItOver.answers(fetchesAndOneThatFails(site, failure), 2)));

        int left = left();
        assertThat(left)
                .withFailMessage(seen.as("leftBehind", left, threads.size()))
                .isZero();
    }

    private List<Callable<String>> fetches(List<URI> pages) {
        return pages.stream().map(this::fetch).collect(Collectors.toList());
    }

    private Callable<String> fetch(URI page) {
        return () -> {
            threads.add(Thread.currentThread());
            String body = Site.fetch(page);
            done.incrementAndGet();
            return body;
        };
    }

    /** The second of four fails at once: one is under way then, slow enough to be interrupted, and two are to come. */
    private List<Callable<String>> fetchesAndOneThatFails(SlowSite site, IOException failure) {
        List<Callable<String>> tasks =
                fetches(site.latency(Duration.ofMillis(120)).pages(3));
        tasks.add(1, () -> {
            threads.add(Thread.currentThread());
            throw failure;
        });
        return tasks;
    }

    private int left() throws InterruptedException {
        long end = System.nanoTime() + TO_END.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        return (int) threads.stream().filter(Thread::isAlive).count();
    }

    private static String told(Throwable thrown) {
        return thrown + (thrown.getCause() == null ? " without a cause" : " with the cause " + thrown.getCause());
    }

    private static void rethrowNotYetWritten(Throwable thrown) {
        if (thrown instanceof NotYetWritten notYet) {
            throw notYet;
        }
    }
}
