package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A body and its life-cycle methods share one worker for as long as it can be had. */
class BorrowedWorkerTests {

    private static final WorkerNaming NAMING =
            new WorkerNaming("FIXED_POOL", "borrows", 2, BorrowedWorkerTests.class.getClassLoader());

    private final List<Workers> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Workers workers : started) {
            workers.stop(Deadlines.AMPLE);
        }
    }

    private BorrowedWorker borrow(Workers workers, Duration timeout) {
        started.add(workers);
        return new BorrowedWorker(workers, timeout, new BodyThreads());
    }

    private static Workers foreign(Executor executor) {
        return new ForeignWorkers(NAMING, executor, OptionalInt.empty(), limit -> {});
    }

    private static Thread threadOf(BorrowedWorker worker) throws InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        assertThat(worker.run(1, false, task -> thread.set(Thread.currentThread()))
                        .failures())
                .isEmpty();
        return Objects.requireNonNull(thread.get());
    }

    @ParameterizedTest
    @EnumSource(TestedModel.class)
    void staysTheSameForAllRuns(TestedModel model) throws InterruptedException {
        try (BorrowedWorker worker = borrow(model.start(), Deadlines.AMPLE)) {
            Thread first = threadOf(worker);

            assertThat(threadOf(worker)).isSameAs(first);
            assertThat(first.equals(Thread.currentThread())).isEqualTo(model.onCaller);
        }
    }

    @Test
    void recordsASpanAndHandsBackWhatTheBodyThrew() throws InterruptedException {
        AssertionError thrown = new AssertionError();
        try (BorrowedWorker worker = borrow(OwnWorkers.fixedPool(NAMING), Deadlines.AMPLE)) {
            RoundResult result = worker.run(1, false, task -> {
                throw thrown;
            });

            assertThat(result.failures())
                    .singleElement()
                    .extracting(TaskFailure::thrown)
                    .isSameAs(thrown);
            assertThat(result.round().spans()).singleElement().satisfies(span -> {
                assertThat(span.worker()).isEqualTo("fixed-pool-1 borrows");
                assertThat(span.endNanos()).isEqualTo(result.round().wallNanos());
            });
        }
    }

    @Test
    void isKeptAfterABodyThatAnInterruptEnded() throws InterruptedException {
        try (BorrowedWorker worker = borrow(OwnWorkers.fixedPool(NAMING), Deadlines.SHORT)) {
            Thread first = threadOf(worker);

            RoundResult hung = worker.run(1, false, task -> Deadlines.hang());

            assertThat(hung.failures())
                    .singleElement()
                    .extracting(TaskFailure::thrown)
                    .isInstanceOf(TimeoutException.class);
            assertThat(hung.survivors()).isEmpty();
            assertThat(threadOf(worker)).isSameAs(first);
        }
    }

    @Test
    void givesWayToTheCallerOnceItIsLost() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (BorrowedWorker worker = borrow(OwnWorkers.fixedPool(NAMING), Deadlines.SHORT)) {
            Thread first = threadOf(worker);

            RoundResult hung = worker.run(1, false, task -> awaitUninterruptibly(release));

            assertThat(hung.survivors()).containsExactly(first);
            assertThat(hung.failures())
                    .singleElement()
                    .extracting(TaskFailure::thrown)
                    .asString()
                    .endsWith("An interrupt did not end fixed-pool-1 borrows, left behind.");
            assertThat(threadOf(worker)).isSameAs(Thread.currentThread());
        } finally {
            release.countDown();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch release) {
        boolean waiting = true;
        while (waiting) {
            try {
                Deadlines.await(release);
                waiting = false;
            } catch (InterruptedException e) {
                // The point of this body is that an interrupt does not end it.
            }
        }
    }

    @Test
    void leavesTheCallerToWorkWhenNoWorkerEverCame() throws InterruptedException {
        List<Runnable> neverRun = new ArrayList<>();
        try (BorrowedWorker worker = borrow(foreign(neverRun::add), Deadlines.SHORT)) {
            RoundResult result = worker.run(1, false, task -> {});

            assertThat(result.failures())
                    .singleElement()
                    .extracting(TaskFailure::thrown)
                    .asString()
                    .contains("the task never began within 500 ms under FIXED_POOL");
            assertThat(result.round().spans()).isEmpty();
            assertThat(threadOf(worker)).isSameAs(Thread.currentThread());
        }
        assertThat(neverRun).hasSize(1);
    }

    @Test
    void isTheCallerWhereTheTaskIsRejected() throws InterruptedException {
        RejectedExecutionException full = new RejectedExecutionException("full");
        Workers rejecting = foreign(task -> {
            throw full;
        });
        try (BorrowedWorker worker = borrow(rejecting, Deadlines.AMPLE)) {
            RoundResult result = worker.run(1, false, task -> {});

            assertThat(result.failures())
                    .singleElement()
                    .extracting(TaskFailure::thrown)
                    .satisfies(thrown -> assertThat(thrown)
                            .hasMessageContaining("FIXED_POOL did not take the task")
                            .hasCause(full));
            assertThat(threadOf(worker)).isSameAs(Thread.currentThread());
        }
    }

    @Test
    void isInterruptedWhenItsCallerIs() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        FutureTask<RoundResult> run = new FutureTask<>(() -> {
            try (BorrowedWorker worker = borrow(OwnWorkers.fixedPool(NAMING), Deadlines.AMPLE)) {
                return worker.run(1, false, task -> {
                    begun.countDown();
                    try {
                        Deadlines.hang();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                });
            }
        });
        Thread caller = new Thread(run, "caller");
        caller.start();
        Deadlines.await(begun);

        caller.interrupt();

        Deadlines.await(interrupted);
        assertThat(run)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(InterruptedException.class);
    }
}
