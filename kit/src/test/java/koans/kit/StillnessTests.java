package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import koans.api.Site;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In most tests a body waits for ever; what counts is who else there is. */
@DisplayName("Nothing moves")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StillnessTests {

    /** More looks than a stillness takes. */
    private static final int MANY = 60;

    private final Stillness stillness = new Stillness();
    private final ThreadGroup group = new Stillness.BodyGroup("body");
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final Thread body = begun(never::await);

    private interface Deed {
        void act() throws Exception;
    }

    /** A process that lives until its input ends. */
    static final class LingeringTestCase {

        public static void main(String[] none) throws IOException {
            System.in.read();
        }
    }

    private Thread begun(Deed deed) {
        Thread thread = new Thread(group, () -> {
            try {
                deed.act();
            } catch (Exception over) {
                // as it is at the end of a test
            }
        });
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
        return thread;
    }

    @AfterEach
    void end() {
        never.countDown();
        threads.forEach(Thread::interrupt);
    }

    private static void awaitState(Thread thread, Thread.State state) {
        Awaitility.await().until(() -> thread.getState() == state);
    }

    private boolean isSeen() {
        for (int i = 0; i < MANY; i++) {
            if (stillness.look(body)) {
                return true;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return false;
    }

    /** Other threads of this JVM may have something to do now and then, but not for ever. */
    private void isSeenInTheEnd() {
        awaitState(body, Thread.State.WAITING);
        while (!isSeen()) {
            Thread.onSpinWait();
        }
    }

    @Test
    @DisplayName("where all wait without a limit, in a pool, for a lock, or on a virtual thread")
    void allWait() throws Exception {
        ExecutorService[] pool = new ExecutorService[1];
        begun(() -> {
                    pool[0] = Executors.newCachedThreadPool();
                    pool[0].submit(() -> {}).get();
                })
                .join();
        Thread virtual = Thread.startVirtualThread(() -> LockSupport.park(this));
        synchronized (never) {
            begun(() -> {
                synchronized (never) {
                    never.countDown();
                }
            });
            isSeenInTheEnd();
        }
        LockSupport.unpark(virtual);
        pool[0].shutdown();
    }

    @Test
    @DisplayName("where somebody waits by the kit's clock alone")
    void kitsClock() {
        begun(() -> KitClock.await(never, Duration.ofHours(1)));

        isSeenInTheEnd();
    }

    @Test
    @DisplayName("is not said while a thread sleeps")
    void sleeper() {
        Thread sleeper = begun(() -> Thread.sleep(Duration.ofHours(1)));
        awaitState(sleeper, Thread.State.TIMED_WAITING);

        assertThat(isSeen()).isFalse();
    }

    @Test
    @DisplayName("is not said while a thread computes")
    void computing() {
        AtomicBoolean over = new AtomicBoolean();
        Thread computing = begun(() -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
        });
        awaitState(computing, Thread.State.RUNNABLE);

        assertThat(isSeen()).isFalse();
        over.set(true);
    }

    @Test
    @DisplayName("is not said while a virtual thread sleeps")
    void virtualSleeper() {
        Thread sleeper = Thread.startVirtualThread(
                () -> LockSupport.parkNanos(Duration.ofHours(1).toNanos()));
        awaitState(sleeper, Thread.State.TIMED_WAITING);

        assertThat(isSeen()).isFalse();
        LockSupport.unpark(sleeper);
    }

    @Test
    @DisplayName("is not said while a timer is set")
    void timer() {
        CompletableFuture<String> late = new CompletableFuture<String>().orTimeout(1, TimeUnit.HOURS);

        assertThat(isSeen()).isFalse();
        late.complete("in time");
    }

    @Test
    @DisplayName("is not said while a scheduled task is to come")
    void scheduled() throws InterruptedException {
        ScheduledExecutorService[] service = new ScheduledExecutorService[1];
        ScheduledFuture<?>[] scheduled = new ScheduledFuture<?>[1];
        begun(() -> {
                    service[0] = Executors.newSingleThreadScheduledExecutor();
                    scheduled[0] = service[0].schedule(() -> {}, 1, TimeUnit.HOURS);
                })
                .join();

        assertThat(isSeen()).isFalse();
        assertThat(scheduled[0].cancel(true)).isTrue();
        service[0].shutdownNow();
    }

    @Test
    @DisplayName("is not said while a page is on its way, also to a virtual thread")
    void page() throws InterruptedException {
        try (SlowSite site = SlowSite.open()) {
            URI page = site.latency(Duration.ofSeconds(10)).pages(1).getFirst();
            Thread client = Thread.startVirtualThread(() -> Site.fetch(page));
            Awaitility.await().until(() -> site.inFlight() == 1);

            assertThat(isSeen()).isFalse();
            client.interrupt();
            client.join();
        }
    }

    @Test
    @DisplayName("where a site holds back every page for requests that do not come")
    void heldPage() throws InterruptedException {
        try (SlowSite site = SlowSite.open()) {
            URI page = site.latency(Duration.ofMillis(1)).together(2).pages(2).getFirst();
            for (boolean seen = false; !seen; ) {
                Thread client = Thread.startVirtualThread(() -> Site.fetch(page));
                seen = isSeen();
                client.join();
            }
        }
    }

    @Test
    @DisplayName("is not said while a process lives that was started")
    void process() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LingeringTestCase.class.getName())
                .start();
        try {
            assertThat(isSeen()).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("so a hanging body is stopped long before its deadline, and told so")
    void stopsTheBody() {
        Throwable error = catchThrowable(
                () -> new Watchdog(Duration.ofHours(1), "StillnessTests").run("K9901 body", never::await));

        assertThat(error)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Nothing moves any more, so the test was stopped.\n")
                .hasMessageContaining("K9901 body is WAITING");
    }

    @Test
    @DisplayName("so waits by the kit's clock end soon, in the order in which they would have ended")
    void endsWaitsInOrder() throws Throwable {
        List<String> ended = new ArrayList<>();

        new Watchdog(Duration.ofHours(3), "StillnessTests").run("K9901 body", () -> {
            Thread longer = Thread.ofPlatform().start(() -> {
                Eventually.becomesTrue(Duration.ofMinutes(61), () -> false);
                ended.add("longer");
            });
            assertThat(Eventually.becomesTrue(Duration.ofMinutes(60), () -> !ended.isEmpty()))
                    .isFalse();
            longer.join();
        });

        assertThat(ended).containsExactly("longer");
    }
}
