package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.timing.Span;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a body may do with the executor it gets, under every model. */
@EveryModel
class InjectedRunnerTests {

    private final TestedModel model;
    private Workers workers = new CallerWorkers("none");
    private InjectedRunner runner = runner(Deadlines.AMPLE);

    InjectedRunnerTests(TestedModel model) {
        this.model = model;
    }

    @BeforeEach
    void start() {
        workers = model.start();
        runner = runner(Deadlines.AMPLE);
    }

    @AfterEach
    void stop() throws InterruptedException {
        workers.stop(Deadlines.AMPLE);
    }

    private InjectedRunner runner(Duration timeout) {
        return new InjectedRunner(workers, timeout, new BodyThreads());
    }

    private ExecutorService executor() {
        return runner.executor();
    }

    @Test
    void runsTheBodyOnTheCallerAndItsSubtasksOnTheWorkers() throws InterruptedException {
        Thread caller = Thread.currentThread();

        RoundResult result = runner.run(1, false, task -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            Thread worker = executor().submit(Thread::currentThread).get();
            assertThat(worker.equals(caller)).isEqualTo(model.onCaller);
        });

        assertThat(result.failures()).isEmpty();
        assertThat(result.round().spans()).hasSize(1);
    }

    @Test
    void recordsASpanOfEverySubtask() throws InterruptedException {
        RoundResult result = runner.run(1, false, task -> {
            List<Callable<Integer>> calls = List.of(() -> 1, () -> 2, () -> 3);
            int sum = 0;
            for (Future<Integer> future : executor().invokeAll(calls)) {
                sum += future.get();
            }
            assertThat(sum).isEqualTo(6);
            List<Callable<String>> any = List.of(() -> "any");
            assertThat(executor().invokeAny(any)).isEqualTo("any");
        });

        assertThat(result.failures()).isEmpty();
        assertThat(result.round().spans()).extracting(Span::task).containsExactly(0, 1, 2, 3);
    }

    @Test
    void waitsForSubtasksThatOutliveTheBody() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch bodyOver = new CountDownLatch(model.onCaller ? 0 : 1);

        RoundResult result = runner.run(1, false, task -> {
            for (int i = 0; i < 10; i++) {
                executor().execute(() -> awaitAndCount(bodyOver, done));
            }
            bodyOver.countDown();
        });

        assertThat(result.failures()).isEmpty();
        assertThat(done).hasValue(10);
        assertThat(result.round().spans()).hasSize(10);
    }

    private static void awaitAndCount(CountDownLatch latch, AtomicInteger count) {
        try {
            Deadlines.await(latch);
            count.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void waitsForSubtasksThatSubtasksSubmit() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();

        for (int round = 1; round <= 50; round++) {
            runner.run(round, false, task -> executor().execute(() -> chain(20, done)));
        }

        assertThat(done).hasValue(50 * 20);
    }

    private void chain(int length, AtomicInteger done) {
        Thread.onSpinWait();
        if (length > 1) {
            executor().execute(() -> chain(length - 1, done));
        }
        done.incrementAndGet();
    }

    @Test
    void failsWithWhatAnExecutedSubtaskThrew() throws InterruptedException {
        IllegalStateException thrown = new IllegalStateException("subtask");

        RoundResult result = runner.run(
                1,
                false,
                task -> executor().execute(() -> {
                    throw thrown;
                }));

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.thrown()).isSameAs(thrown);
            assertThat(failure.task()).isEqualTo("subtask 0");
        });
    }

    @Test
    void leavesWhatASubmittedSubtaskThrewToItsFuture() throws InterruptedException {
        RoundResult result = runner.run(1, false, task -> {
            Future<?> future = executor().submit(() -> {
                throw new IllegalStateException("subtask");
            });
            assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class);
        });

        assertThat(result.failures()).isEmpty();
    }

    @Test
    void namesTheBodyThatThrew() throws InterruptedException {
        AssertionError thrown = new AssertionError("body");

        RoundResult result = runner.run(1, false, task -> {
            throw thrown;
        });

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.thrown()).isSameAs(thrown);
            assertThat(failure.task()).isEqualTo("the body");
        });
    }

    @Test
    void servesTheNextRoundAfterABodyHasShutItDown() throws InterruptedException {
        for (int round = 1; round <= 2; round++) {
            RoundResult result = runner.run(round, false, task -> {
                executor().execute(() -> {});
                executor().shutdown();
                assertThat(executor().awaitTermination(10, TimeUnit.SECONDS)).isTrue();
                assertThat(executor().isTerminated()).isTrue();
            });
            assertThat(result.failures()).isEmpty();
            assertThat(result.round().spans()).hasSize(1);
        }
    }

    @Test
    void failsWhenSubtasksHangAfterTheBodyHasReturned() throws InterruptedException {
        runner = runner(Deadlines.SHORT);
        Set<Integer> interrupted = ConcurrentHashMap.newKeySet();

        RoundResult result = runner.run(1, false, task -> executor().execute(() -> hang(interrupted)));

        assertThat(interrupted).hasSize(1);
        assertThat(result.failures())
                .singleElement()
                .extracting(TaskFailure::thrown)
                .satisfies(thrown -> assertThat(thrown)
                        .isInstanceOf(TimeoutException.class)
                        .hasMessageContaining("did not end within 500 ms under " + model.name())
                        .hasMessageContaining(Deadlines.class.getName() + ".hang"));
    }

    @Test
    void failsWhenTheBodyWaitsForASubtaskThatHangs() throws InterruptedException {
        runner = runner(Deadlines.SHORT);
        Set<Integer> interrupted = ConcurrentHashMap.newKeySet();

        RoundResult result = runner.run(
                1, false, task -> executor().submit(() -> hang(interrupted)).get());

        assertThat(interrupted).hasSize(1);
        assertThat(result.failures())
                .singleElement()
                .extracting(TaskFailure::thrown)
                .isInstanceOf(TimeoutException.class);
    }

    private static void hang(Set<Integer> interrupted) {
        try {
            Deadlines.hang();
        } catch (InterruptedException e) {
            interrupted.add(interrupted.size());
        }
    }

    @Test
    void interruptsSubtasksWhenItsCallerIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Set<Integer> interrupted = ConcurrentHashMap.newKeySet();
        FutureTask<RoundResult> round = new FutureTask<>(() -> runner.run(
                1,
                false,
                task -> executor().execute(() -> {
                    begun.countDown();
                    hang(interrupted);
                })));
        Thread caller = new Thread(round, "caller");
        caller.start();
        Deadlines.await(begun);

        caller.interrupt();

        if (model.onCaller) {
            assertThat(round.get(10, TimeUnit.SECONDS).failures()).isEmpty();
        } else {
            assertThatThrownBy(() -> round.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        }
        assertThat(interrupted).hasSize(1);
        assertThat(executor().isShutdown()).isTrue();
    }
}
