package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** How long tests wait: long where only a defect lets them wait, short where a task hangs on purpose. */
final class Deadlines {

    static final Duration AMPLE = Duration.ofSeconds(15);
    static final Duration SHORT = Duration.ofMillis(500);
    /** Where a task hangs on purpose, but must have come so far on a busy machine, too. */
    static final Duration ONCE_BEGUN = Duration.ofSeconds(3);

    private Deadlines() {}

    static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(AMPLE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }

    static void await(CyclicBarrier barrier) throws Exception {
        barrier.await(AMPLE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Hang until interrupted. */
    static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
