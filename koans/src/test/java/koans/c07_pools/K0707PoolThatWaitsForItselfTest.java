package koans.c07_pools;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import koans.kit.Aside;
import koans.kit.Guarantee;
import koans.kit.Hold;
import koans.kit.Koan;
import koans.kit.Seen;
import org.junit.jupiter.api.AfterEach;

@Koan
class K0707PoolThatWaitsForItselfTest {

    private static final Duration AMPLE = Duration.ofSeconds(2);

    /** Looks 10 ms apart: half a second in which no thread of the pool was seen at work. */
    private static final int STILL = 50;

    private static final int DEPTH = 3;
    private static final Map<String, List<String>> SITE = Map.of(
            "home", List.of("cats", "dogs"),
            "cats", List.of("tom", "felix", "garfield"),
            "dogs", List.of("rex", "bello"),
            "tom", List.of("tom-1", "tom-2"),
            "rex", List.of("rex-1"));
    private static final Set<String> ALL = new TreeSet<>(Set.of(
            "home", "cats", "dogs", "tom", "felix", "garfield", "rex", "bello", "tom-1", "tom-2", "rex-1"));

    private final Hold hold = new Hold();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Queue<Thread> lookers = new ConcurrentLinkedQueue<>();
    private ThreadPoolExecutor pool;

    @AfterEach
    void end() {
        hold.letGo();
        if (pool != null) {
            pool.shutdownNow();
            becomesTrue(AMPLE, pool::isTerminated);
        }
    }

    @Guarantee(1)
    void allPagesComeBack(Seen seen) {
        Aside finding = finding(8, this::links);
        finding.ends();

        assertThat(ALL.equals(finding.answer()) && lookers.size() == ALL.size())
                .withFailMessage(seen.as("pages", ALL, finding.outcome(), lookers.size()))
                .isTrue();
    }

    @Guarantee(2)
    void twoThreadsAreEnough(Seen seen) {
        int size = 2;
        Aside finding = finding(size, this::links);
        AtomicInteger still = new AtomicInteger();
        becomesTrue(AMPLE, () -> finding.hasEnded() || (waiting() == size ? still.incrementAndGet() : 0) >= STILL);

        boolean starved = !finding.hasEnded() && waiting() == size;
        int queued = pool.getQueue().size();
        assertThat(starved)
                .withFailMessage(seen.as("starved", size, DEPTH, waiting(), queued))
                .isFalse();
        assertThat(finding.ends()).withFailMessage(seen.as("notDone", size, DEPTH)).isTrue();
    }

    /** Threads of the pool that wait in the middle of a task while others lie in the queue. */
    private int waiting() {
        return pool.getQueue().isEmpty() || pool.getActiveCount() < threads.size()
                ? 0
                : (int) threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.WAITING)
                        .count();
    }

    @Guarantee(3)
    void thePoolsThreadsLook(Seen seen) {
        finding(8, this::links).ends();

        long strangers = lookers.stream().filter(looker -> !threads.contains(looker)).count();
        assertThat(strangers)
                .withFailMessage(seen.as("elsewhere", strangers, lookers.size()))
                .isZero();
    }

    @Guarantee(4)
    void twoPagesAreLookedAtAtOnce(Seen seen) {
        Aside finding = finding(2, page -> {
            if (!page.equals("home")) {
                hold.stay();
            }
            return links(page);
        });
        becomesTrue(AMPLE, () -> hold.standing() == 2 || finding.hasEnded());
        int atOnce = hold.standing();
        hold.letGo();
        finding.ends();

        assertThat(atOnce).withFailMessage(seen.as("peak", atOnce)).isEqualTo(2);
    }

    @Guarantee(5)
    void aFailureComesToTheCaller(Seen seen) {
        IllegalStateException failure = new IllegalStateException("no answer");
        Aside finding = finding(8, page -> {
            if (page.equals("rex")) {
                throw failure;
            }
            return links(page);
        });
        finding.ends();

        Throwable thrown = finding.thrown();
        assertThat(thrown instanceof ExecutionException && thrown.getCause() == failure)
                .withFailMessage(seen.as("silent", failure, finding.outcome()))
                .isTrue();
        assertThat(pool.isShutdown()).withFailMessage(seen.as("closed")).isFalse();
    }

    private Aside finding(int size, Function<String, List<String>> linksOf) {
        pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(size, body -> {
            Thread thread = new Thread(body);
            threads.add(thread);
            return thread;
        });
        return Aside.run(() -> K0707PoolThatWaitsForItself.pages("home", linksOf, pool));
    }

    private List<String> links(String page) {
        lookers.add(Thread.currentThread());
        return SITE.getOrDefault(page, List.of());
    }
}
