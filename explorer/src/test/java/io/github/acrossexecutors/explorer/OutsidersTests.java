package io.github.acrossexecutors.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;

/** Threads of no schedule that may wake those of one: nobody is called stuck because of them. */
class OutsidersTests {

    @Test
    void oneWhoWaitsForAWorkerOfTheCommonPoolIsNotStuck() {
        assertThat(Interleavings.explore(CommonPoolTestCase.class).outcome())
                .isInstanceOfAny(Outcome.NotControlled.class, Outcome.Passed.class);
    }

    @Test
    void oneWhoWaitsForAForkedTaskIsNotStuck() {
        assertThat(Interleavings.explore(ForkedTestCase.class).outcome()).isInstanceOf(Outcome.NotControlled.class);
    }

    @Test
    void oneWhoWaitsForATimerIsNotStuck() {
        Exploration found = Interleavings.explore(TimerTestCase.class);

        assertThat(found.outcome()).isInstanceOf(Outcome.NotControlled.class);
        assertThat(found.message()).contains("because of Timer at OutsidersTests.java:");
    }

    static final class CommonPoolTestCase {

        @Actor
        int waits() {
            return CompletableFuture.supplyAsync(() -> 42, ForkJoinPool.commonPool())
                    .join();
        }

        @Actor
        void doesNothing() {}
    }

    static final class ForkedTestCase {

        private final CountDownLatch latch = new CountDownLatch(1);

        @Actor
        void waits() throws InterruptedException {
            ForkJoinTask.adapt(latch::countDown).fork();
            latch.await();
        }

        @Actor
        void doesNothing() {}
    }

    static final class TimerTestCase {

        private final CountDownLatch latch = new CountDownLatch(1);

        @Actor
        void waits() throws InterruptedException {
            Timer timer = new Timer(true);
            TimerTask opens = new TimerTask() {
                @Override
                public void run() {
                    latch.countDown();
                }
            };
            timer.schedule(opens, 200);
            latch.await();
            timer.cancel();
        }

        @Actor
        void doesNothing() {}
    }
}
