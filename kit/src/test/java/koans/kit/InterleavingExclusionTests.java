package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import koans.kit.Interleaving.Second;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An interleaving of two that exclude each other")
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterleavingExclusionTests {

    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    @DisplayName("lets the first go on when a monitor keeps the second out")
    void seesAMonitor() throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, AMPLE);
        Object monitor = new Object();

        assertThat(runExcluded(seam, body -> {
                    synchronized (monitor) {
                        body.run();
                    }
                }))
                .isEqualTo(Second.STOOD_STILL);
    }

    @Test
    @DisplayName("lets the first go on when a lock keeps the second out")
    void seesALock() throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, AMPLE);
        Lock lock = new ReentrantLock();

        assertThat(runExcluded(seam, body -> {
                    lock.lock();
                    try {
                        body.run();
                    } finally {
                        lock.unlock();
                    }
                }))
                .isEqualTo(Second.STOOD_STILL);
    }

    @Test
    @DisplayName("lets the first go on when a permit keeps the second out")
    void seesASemaphore() throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, AMPLE);
        Semaphore permit = new Semaphore(1);

        assertThat(runExcluded(seam, body -> {
                    permit.acquireUninterruptibly();
                    body.run();
                    permit.release();
                }))
                .isEqualTo(Second.STOOD_STILL);
    }

    @Test
    @DisplayName("holds a thread that passes on behalf of the first")
    void seesConfinementToOneExecutorThread() throws InterruptedException {
        Interleaving seam = Interleaving.holding(2, AMPLE);
        try (ExecutorService owner = Executors.newSingleThreadExecutor()) {
            assertThat(runExcluded(seam, body -> {
                        try {
                            owner.submit(body).get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .isEqualTo(Second.STOOD_STILL);
        }
    }

    @Test
    @DisplayName("does not wait for ever for a second thread that spins")
    void losesPatienceWithASpinLock() throws InterruptedException {
        Interleaving seam = Interleaving.holding(100, Duration.ofMillis(50));
        AtomicBoolean taken = new AtomicBoolean();

        assertThat(runExcluded(seam, body -> {
                    while (!taken.compareAndSet(false, true)) {
                        Thread.onSpinWait();
                    }
                    body.run();
                    taken.set(false);
                }))
                .isEqualTo(Second.STILL_RUNNING);
    }

    private interface Exclusion {
        void run(Runnable body);
    }

    /** Both threads do the same under {@code exclusion}; nothing may come between one's "in" and "out". */
    private Second runExcluded(Interleaving seam, Exclusion exclusion) throws InterruptedException {
        Runnable visit = () -> exclusion.run(() -> {
            events.add("in");
            seam.pass();
            events.add("out");
        });
        Second second = seam.run(visit, visit);
        assertThat(events).containsExactly("in", "out", "in", "out");
        return second;
    }
}
