package koans.c01_threads;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0103StartDoNotRunTest {

    private static final int TASKS = 3;
    private static final Duration AMPLE = Duration.ofSeconds(2);
    private static final Duration BRIEF = Duration.ofMillis(300);

    @Guarantee(1)
    void theTaskRunsOnAnotherThread(Seen seen) {
        AtomicReference<Thread> runner = new AtomicReference<>();
        Thread caller = Thread.currentThread();

        Thread thread = K0103StartDoNotRun.launch(() -> runner.set(Thread.currentThread()));

        assertThat(comesToPass(thread, () -> runner.get() != null))
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

        comesToPass(thread, () -> times.get() > 0);
        assertThat(times.get()).withFailMessage(seen.as("times", times.get())).isEqualTo(1);
    }

    @Guarantee(2)
    void theCallComesBackWhileTheTaskRuns(Seen seen) {
        CountDownLatch back = new CountDownLatch(1);
        AtomicReference<Boolean> cameBack = new AtomicReference<>();

        Thread thread = K0103StartDoNotRun.launch(() -> cameBack.set(opened(back)));
        back.countDown();

        assertThat(comesToPass(thread, () -> cameBack.get() != null))
                .withFailMessage(seen.as("notRun"))
                .isTrue();
        assertThat(cameBack.get())
                .withFailMessage(seen.as("waited", AMPLE.toMillis()))
                .isTrue();
    }

    @Guarantee(3)
    void theThreadThatComesBackRunsTheTask(Seen seen) {
        AtomicReference<Thread> runner = new AtomicReference<>();

        Thread thread = K0103StartDoNotRun.launch(() -> runner.set(Thread.currentThread()));

        comesToPass(thread, () -> runner.get() != null);
        assertThat(runner.get())
                .withFailMessage(seen.as("stranger", named(runner.get()), named(thread)))
                .isSameAs(thread);
    }

    @Guarantee(3)
    void theThreadEndsWithTheTask(Seen seen) {
        Thread thread = K0103StartDoNotRun.launch(() -> {});

        assertThat(comesToPass(thread, () -> thread.getState() == State.TERMINATED))
                .withFailMessage(seen.as("state", thread.getState()))
                .isTrue();
    }

    @Guarantee(4)
    void tasksRunAtTheSameTime(Seen seen) {
        CountDownLatch met = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        for (int task = 0; task < TASKS; task++) {
            K0103StartDoNotRun.launch(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                if (most.get() == TASKS || !opened(met)) {
                    met.countDown(); // all are here, or one has given up for all
                }
                running.decrementAndGet();
            });
        }
        opened(met);

        assertThat(most.get())
                .withFailMessage(seen.as("together", TASKS, most.get()))
                .isEqualTo(TASKS);
    }

    /** Waits for a started thread as long as a busy machine may need, for one that was never started only briefly. */
    private static boolean comesToPass(Thread thread, BooleanSupplier condition) {
        becomesTrue(AMPLE.plus(BRIEF), () -> thread.getState() == State.NEW || thread.getState() == State.TERMINATED);
        return becomesTrue(BRIEF, condition);
    }

    private static boolean opened(CountDownLatch latch) {
        try {
            return latch.await(AMPLE.toMillis(), MILLISECONDS);
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
