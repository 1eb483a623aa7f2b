package example;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.ExecutionModel.VIRTUAL_THREADS;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.ExpectSpeedup;
import io.github.acrossexecutors.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Code that waits, and what it gains by waiting at once. */
class SlowPagesTest {

    private static final Duration LATENCY = Duration.ofMillis(2);
    private static final int PAGES = 32;

    @AcrossExecutors(
            value = {SEQUENTIAL, FIXED_POOL, VIRTUAL_THREADS},
            tasks = PAGES,
            workers = 8)
    @ExpectSpeedup(of = VIRTUAL_THREADS, atLeast = 10) // a further test node
    @ExpectSpeedup(of = FIXED_POOL, ofIdeal = 0.7) // 70 % of what this work could gain on this machine
    void waitsForAPage() {
        waitForAPage();
    }

    @Test
    void racesTwoWaysToWait() {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Race.of("one by one", SlowPagesTest::waitOneByOne)
                    .against("your pool", () -> waitInPool(pool))
                    .measure(3)
                    .expectAtLeast(3);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void waitOneByOne() {
        for (int page = 0; page < PAGES; page++) {
            waitForAPage();
        }
    }

    private static void waitInPool(ExecutorService pool) throws InterruptedException {
        pool.invokeAll(Collections.nCopies(PAGES, Executors.callable(SlowPagesTest::waitForAPage)));
    }

    /** Stands for a request that takes its time. */
    private static void waitForAPage() {
        long end = System.nanoTime() + LATENCY.toNanos();
        for (long left = LATENCY.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
