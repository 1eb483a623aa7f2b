package koans.c01_threads;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;
import org.awaitility.core.ConditionFactory;

@Koan
class K0103StartDoNotRunTest {

    private static final int TASKS = 3;

    @Guarantee(1)
    void theTaskRunsOnAnotherThread(Seen seen) {
        AtomicReference<Thread> runner = new AtomicReference<>();
        Thread caller = Thread.currentThread();

        K0103StartDoNotRun.launch(() -> runner.set(Thread.currentThread()));

        soon().untilAsserted(() ->
                assertThat(runner.get()).withFailMessage(seen.as("times", 0)).isNotNull());
        assertThat(runner.get())
                .withFailMessage(seen.as("caller", caller.getName()))
                .isNotSameAs(caller);
    }

    @Guarantee(1)
    void theTaskRunsOnce(Seen seen) {
        AtomicInteger times = new AtomicInteger();

        Thread thread = K0103StartDoNotRun.launch(times::incrementAndGet);

        soon().untilAsserted(() -> assertThat(thread.getState() == Thread.State.TERMINATED && times.get() == 1)
                .withFailMessage(seen.as("times", times.get()))
                .isTrue());
    }

    @Guarantee(2)
    void theCallComesBackWhileTheTaskRuns(Seen seen) {
        CountDownLatch back = new CountDownLatch(1);
        AtomicReference<Boolean> cameBack = new AtomicReference<>();

        K0103StartDoNotRun.launch(() -> cameBack.set(opened(back)));
        back.countDown();

        soon().untilAsserted(() ->
                assertThat(cameBack.get()).withFailMessage(seen.as("waited", 1000)).isTrue());
    }

    @Guarantee(3)
    void theThreadThatComesBackRunsTheTask(Seen seen) {
        AtomicReference<Thread> runner = new AtomicReference<>();

        Thread thread = K0103StartDoNotRun.launch(() -> runner.set(Thread.currentThread()));

        soon().untilAsserted(() -> assertThat(runner.get())
                .withFailMessage(seen.as("stranger", runner.get(), thread))
                .isSameAs(thread));
    }

    @Guarantee(3)
    void theThreadEndsWithTheTask(Seen seen) {
        Thread thread = K0103StartDoNotRun.launch(() -> {});

        soon().untilAsserted(() -> assertThat(thread.getState())
                .withFailMessage(seen.as("state", thread.getState()))
                .isEqualTo(Thread.State.TERMINATED));
    }

    @Guarantee(4)
    void tasksRunAtTheSameTime(Seen seen) {
        CountDownLatch running = new CountDownLatch(TASKS);
        CountDownLatch met = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();

        for (int task = 0; task < TASKS; task++) {
            threads.add(K0103StartDoNotRun.launch(() -> {
                running.countDown();
                opened(met);
            }));
        }
        boolean together = opened(running);
        met.countDown();

        assertThat(together)
                .withFailMessage(seen.as("together", TASKS, TASKS - running.getCount()))
                .isTrue();
        soon().until(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    private static ConditionFactory soon() {
        return await().atMost(1, SECONDS);
    }

    private static boolean opened(CountDownLatch latch) {
        try {
            return latch.await(1, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
