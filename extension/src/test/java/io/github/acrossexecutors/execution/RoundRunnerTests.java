package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.timing.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gate of a round, and executors that do not do what they claim. */
class RoundRunnerTests {

    private static final WorkerNaming NAMING =
            new WorkerNaming("CheckoutPool", "checksOut", 4, RoundRunnerTests.class.getClassLoader());

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private static RoundResult run(Executor executor, OptionalInt count, Duration timeout, int tasks, TaskBody body)
            throws InterruptedException {
        Workers workers = new ForeignWorkers(NAMING, executor, count, limit -> {});
        return new RoundRunner(workers, timeout, new BodyThreads()).run(1, false, tasks, body);
    }

    @Test
    void letsNoBodyBeginBeforeAllWorkersHaveCome() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger handedOver = new AtomicInteger();
        List<Integer> begunAtEachHandOver = new ArrayList<>();
        Executor counting = task -> {
            if (handedOver.incrementAndGet() <= 4) {
                begunAtEachHandOver.add(begun.get());
            }
            pool.execute(task);
        };

        RoundResult result = run(counting, OptionalInt.of(4), Deadlines.AMPLE, 8, task -> begun.incrementAndGet());

        assertThat(result.failures()).isEmpty();
        assertThat(begunAtEachHandOver).containsExactly(0, 0, 0, 0);
        assertThat(begun).hasValue(8);
    }

    @Test
    void namesATaskThatIsRejectedAndRunsTheOthers() throws InterruptedException {
        RejectedExecutionException full = new RejectedExecutionException("full");
        AtomicInteger handedOver = new AtomicInteger();
        Executor rejecting = task -> {
            int number = handedOver.getAndIncrement();
            if (number == 1 || number == 5) {
                throw full;
            }
            pool.execute(task);
        };

        RoundResult result = run(rejecting, OptionalInt.of(4), Deadlines.AMPLE, 6, task -> {});

        assertThat(result.failures()).extracting(TaskFailure::task).containsExactly("task 1", "task 5");
        assertThat(result.failures()).allSatisfy(failure -> {
            assertThat(failure.worker()).isEqualTo("no worker");
            assertThat(failure.thrown())
                    .hasMessageStartingWith("CheckoutPool did not take " + failure.task() + ": ")
                    .hasCause(full);
        });
        assertThat(result.round().spans()).extracting(Span::task).containsExactly(0, 2, 3, 4);
    }

    @Test
    void takesAJvmThatCanStartNoMoreThreadsForARejection() throws InterruptedException {
        RoundResult result = run(
                task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                OptionalInt.empty(),
                Deadlines.AMPLE,
                2,
                task -> {});

        assertThat(result.failures()).extracting(TaskFailure::task).containsExactly("task 0", "task 1");
    }

    @Test
    void saysThatAnExecutorHasFewerWorkersThanItClaims() throws InterruptedException {
        RoundResult result = run(pool, OptionalInt.of(5), Deadlines.SHORT, 5, task -> {});

        assertThat(result.failures())
                .singleElement()
                .extracting(TaskFailure::thrown)
                .asString()
                .contains("only 4 of 5 tasks that should start together began within 500 ms: CheckoutPool has fewer"
                        + " free workers than the 5 it claims.");
        assertThat(result.round().spans()).isEmpty();
        assertThat(result.survivors()).isEmpty();
    }

    @Test
    void opensTheGateForAPoolThatLetsTheCallerHelp() throws InterruptedException {
        CyclicBarrier meeting = new CyclicBarrier(4);
        AtomicInteger handedOver = new AtomicInteger();
        Executor callerHelps = task -> {
            if (handedOver.incrementAndGet() == 4) {
                task.run();
            } else {
                pool.execute(task);
            }
        };

        RoundResult result = run(callerHelps, OptionalInt.of(4), Deadlines.AMPLE, 4, task -> Deadlines.await(meeting));

        assertThat(result.failures()).isEmpty();
        assertThat(result.round().peakOverlap()).isEqualTo(4);
    }

    @Test
    void timesATaskThatRunsOnTheCaller() throws InterruptedException {
        RoundResult result = run(Runnable::run, OptionalInt.empty(), Deadlines.AMPLE, 2, task -> Thread.onSpinWait());

        assertThat(result.round().spans())
                .allSatisfy(span -> assertThat(span.endNanos()).isPositive());
    }

    @Test
    void neverStartsATaskThatADiscardingExecutorForgets() throws InterruptedException {
        List<Runnable> forgotten = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);

        RoundResult result = run(forgotten::add, OptionalInt.empty(), Deadlines.SHORT, 1, task -> begun.countDown());
        forgotten.forEach(Runnable::run);

        assertThat(result.failures()).hasSize(1);
        assertThat(begun.getCount()).isEqualTo(1);
    }

    @Test
    void executesATaskOnceEvenIfTheExecutorRunsItTwice() throws InterruptedException {
        AtomicInteger executions = new AtomicInteger();

        run(
                task -> {
                    pool.execute(task);
                    pool.execute(task);
                },
                OptionalInt.empty(),
                Deadlines.AMPLE,
                10,
                task -> executions.incrementAndGet());

        assertThat(executions).hasValue(10);
    }

    @Test
    void givesAForeignThreadItsOwnNameBack() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor(task -> new Thread(task, "theirs"));
        RoundResult result = run(one, OptionalInt.of(1), Deadlines.AMPLE, 3, task -> {});

        assertThat(result.round().spans()).extracting(Span::worker).containsOnly("checkoutpool-1 checksOut");
        assertThat(one.submit(() -> Thread.currentThread().getName()).get()).isEqualTo("theirs");
        one.shutdownNow();
    }
}
