package koans.c01_threads;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0103StartDoNotRunTest {

    private static final int TASKS = 3;
    private static final Duration SOON = Duration.ofMillis(700);

    @Guarantee(1)
    void theTaskRunsOnAnotherThread(Seen seen) {
        AtomicReference<Thread> runner = new AtomicReference<>();
        Thread caller = Thread.currentThread();

        K0103StartDoNotRun.launch(() -> runner.set(Thread.currentThread()));

        assertThat(becomesTrue(SOON, () -> runner.get() != null))
                .withFailMessage(seen.as("times", 0))
                .isTrue();
        assertThat(runner.get())
                .withFailMessage(seen.as("caller", named(caller)))
                .isNotSameAs(caller);
    }

    @Guarantee(1)
    void theTaskRunsOnce(Seen seen) {
        AtomicInteger times = new AtomicInteger();

        Thread thread = K0103StartDoNotRun.launch(times::incrementAndGet);

        becomesTrue(SOON, () -> times.get() > 0 && !thread.isAlive());
        assertThat(times.get())
                .withFailMessage(seen.as("times", times.get()))
                .isEqualTo(1);
    }

    @Guarantee(2)
    void theCallComesBackWhileTheTaskRuns(Seen seen) {
        CountDownLatch back = new CountDownLatch(1);
        AtomicReference<Boolean> cameBack = new AtomicReference<>();

        K0103StartDoNotRun.launch(() -> cameBack.set(opened(back)));
        back.countDown();

        assertThat(becomesTrue(SOON, () -> cameBack.get() != null))
                .withFailMessage(seen.as("notRun", SOON.toMillis()))
                .isTrue();
        assertThat(cameBack.get())
                .withFailMessage(seen.as("waited", SOON.toMillis()))
                .isTrue();
    }

    @Guarantee(3)
    void theThreadThatComesBackRunsTheTask(Seen seen) {
        AtomicReference<Thread> runner = new AtomicReference<>();

        Thread thread = K0103StartDoNotRun.launch(() -> runner.set(Thread.currentThread()));

        becomesTrue(SOON, () -> runner.get() != null);
        assertThat(runner.get())
                .withFailMessage(seen.as("stranger", named(runner.get()), named(thread)))
                .isSameAs(thread);
    }

    @Guarantee(3)
    void theThreadEndsWithTheTask(Seen seen) {
        Thread thread = K0103StartDoNotRun.launch(() -> {});

        assertThat(becomesTrue(SOON, () -> thread.getState() == Thread.State.TERMINATED))
                .withFailMessage(seen.as("state", SOON.toMillis(), thread.getState()))
                .isTrue();
    }

    @Guarantee(4)
    void tasksRunAtTheSameTime(Seen seen) {
        CountDownLatch running = new CountDownLatch(TASKS);
        CountDownLatch met = new CountDownLatch(1);

        for (int task = 0; task < TASKS; task++) {
            K0103StartDoNotRun.launch(() -> {
                running.countDown();
                opened(met);
            });
        }
        opened(running);
        long missing = running.getCount();
        met.countDown();

        assertThat(missing)
                .withFailMessage(seen.as("together", TASKS, TASKS - missing))
                .isZero();
    }

    private static boolean opened(CountDownLatch latch) {
        try {
            return latch.await(SOON.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String named(Thread thread) {
        if (thread == null) {
            return "no thread";
        }
        return thread.getName().isEmpty() ? "a thread without a name" : "thread '" + thread.getName() + "'";
    }
}
