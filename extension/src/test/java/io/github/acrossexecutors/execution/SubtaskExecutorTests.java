package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the injected executor does what the JDK's own do. */
class SubtaskExecutorTests {

    private static final WorkerNaming ONE =
            new WorkerNaming("FIXED_POOL", "subtasks", 1, SubtaskExecutorTests.class.getClassLoader());

    private final Workers workers = OwnWorkers.fixedPool(ONE);
    private final SubtaskExecutor executor = new SubtaskExecutor(workers, new BodyThreads());

    @AfterEach
    void stop() throws InterruptedException {
        workers.stop(Deadlines.AMPLE);
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> executor.execute(nothing()));
        assertThat(executor.runs()).isEmpty();
    }

    @SuppressWarnings("NullAway")
    private static Runnable nothing() {
        return new AtomicReference<Runnable>().get();
    }

    @Test
    void rejectsWhatComesAfterItsShutdown() {
        executor.shutdown();

        assertThatThrownBy(() -> executor.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void acceptsAgainInTheNextRound() throws InterruptedException {
        executor.shutdown();
        executor.begin(RoundClock.running());
        CountDownLatch executed = new CountDownLatch(1);

        executor.execute(executed::countDown);

        Deadlines.await(executed);
        assertThat(executor.isShutdown()).isFalse();
    }

    @Test
    void shutdownNowInterruptsWhatRunsAndReturnsWhatNeverBegan() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        executor.execute(() -> {
            begun.countDown();
            try {
                Deadlines.hang();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        Runnable queued = () -> {};
        executor.execute(queued);
        Deadlines.await(begun);

        List<Runnable> neverBegan = executor.shutdownNow();

        assertThat(neverBegan).containsExactly(queued);
        Deadlines.await(interrupted);
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isNotTerminatedWhileASubtaskIsUnderWay() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        executor.execute(() -> {
            try {
                Deadlines.await(release);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        executor.shutdown();

        assertThat(executor.isTerminated()).isFalse();
        assertThat(executor.awaitTermination(10, TimeUnit.MILLISECONDS)).isFalse();
        release.countDown();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void awaitsItsShutdownAndNotOnlyTheSubtasks() {
        FutureTask<Boolean> termination = new FutureTask<>(() -> executor.awaitTermination(15, TimeUnit.SECONDS));
        Thread waiting = new Thread(termination, "waits for the shutdown");
        waiting.start();
        await().atMost(Deadlines.AMPLE).until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        executor.shutdown();

        assertThat(termination).succeedsWithin(Deadlines.AMPLE).isEqualTo(true);
    }

    @Test
    void passesOnWhatTheWorkersReject() {
        RejectedExecutionException full = new RejectedExecutionException("full");
        Workers rejecting = new ForeignWorkers(
                ONE,
                task -> {
                    throw full;
                },
                OptionalInt.empty(),
                limit -> {});
        SubtaskExecutor rejected = new SubtaskExecutor(rejecting, new BodyThreads());

        assertThatThrownBy(() -> rejected.execute(() -> {})).isSameAs(full);

        rejected.shutdown();
        assertThat(rejected.isTerminated()).isTrue();
    }
}
