package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a round promises under every model. */
@EveryModel
class RoundContractTests {

    private final TestedModel model;
    private Workers workers = new CallerWorkers("none");

    RoundContractTests(TestedModel model) {
        this.model = model;
    }

    @BeforeEach
    void start() {
        workers = model.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        workers.stop(Deadlines.AMPLE);
    }

    private RoundResult run(int tasks, TaskBody body) throws InterruptedException {
        return new RoundRunner(workers, Deadlines.AMPLE, new BodyThreads()).run(1, false, tasks, body);
    }

    @Test
    void recordsASpanOfEveryTask() throws InterruptedException {
        Round round = run(10, task -> {}).round();

        assertThat(round.spans())
                .extracting(Span::task)
                .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void measuresFromTheGateToTheLastEnd() throws InterruptedException {
        Round round = run(10, task -> Thread.onSpinWait()).round();

        assertThat(round.spans())
                .allSatisfy(span -> assertThat(span.startNanos()).isNotNegative());
        assertThat(round.wallNanos())
                .isPositive()
                .isEqualTo(
                        round.spans().stream().mapToLong(Span::endNanos).max().orElseThrow());
    }

    @Test
    void neverHasMoreTasksUnderWayThanWorkers() throws InterruptedException {
        assertThat(run(50, task -> Thread.onSpinWait()).round().peakOverlap()).isBetween(1, Math.min(50, model.atOnce));
    }

    @Test
    void handsBackWhatEachTaskThrew() throws InterruptedException {
        List<Throwable> thrown = List.of(new AssertionError("a"), new IOException("b"), new LinkageError("c"));

        RoundResult result = run(4, task -> {
            if (task < thrown.size()) {
                throw thrown.get(task);
            }
        });

        assertThat(result.failures()).extracting(TaskFailure::task).containsExactly("task 0", "task 1", "task 2");
        assertThat(result.failures())
                .zipSatisfy(thrown, (failure, t) -> assertThat(failure.thrown()).isSameAs(t));
        assertThat(result.failures())
                .extracting(TaskFailure::worker)
                .containsExactlyElementsOf(result.round().spans().stream()
                        .limit(3)
                        .map(Span::worker)
                        .toList());
    }

    @Test
    void executesAThousandTasksOnceEach() throws InterruptedException {
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger executions = new AtomicInteger();

        RoundResult result = run(1_000, task -> {
            seen.add(task);
            executions.incrementAndGet();
        });

        assertThat(result.failures()).isEmpty();
        assertThat(result.round().spans()).hasSize(1_000);
        assertThat(seen).hasSize(1_000);
        assertThat(executions).hasValue(1_000);
    }

    @Test
    void serveOneRoundAfterAnother() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            assertThat(run(2 * TestedModel.WORKERS, task -> {}).failures()).isEmpty();
        }
    }

    @Test
    void letABodySubmitFurtherWork() throws InterruptedException {
        CountDownLatch nested = new CountDownLatch(1);
        boolean afterTheBody = workers.interleaves();

        RoundResult result = run(1, task -> {
            workers.execute(nested::countDown);
            if (!afterTheBody) {
                Deadlines.await(nested);
            }
        });
        Deadlines.await(nested);

        assertThat(result.failures()).isEmpty();
    }

    @Test
    void startTheFirstTasksTogether() throws InterruptedException {
        CyclicBarrier meeting = new CyclicBarrier(workers.gate());

        RoundResult result = run(2 * TestedModel.WORKERS, task -> {
            if (task < workers.gate()) {
                Deadlines.await(meeting);
            }
        });

        assertThat(result.failures()).isEmpty();
    }

    @Test
    void tellWhichThreadsAreTheirs() throws InterruptedException {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();

        run(10, task -> seen.add(Thread.currentThread()));

        assertThat(seen).allSatisfy(thread -> assertThat(workers.owns(thread)).isEqualTo(!model.onCaller));
        assertThat(workers.owns(new Thread())).isFalse();
    }

    @Test
    void nameTheirThreadsByModelNumberAndTest() throws InterruptedException {
        Round round = run(
                        50,
                        task -> assertThat(Thread.currentThread().getName())
                                .matches(model.onCaller ? ".*" : prefix() + "\\d+ " + TestedModel.TEST))
                .round();

        if (!model.onCaller && model.atOnce < 50) {
            assertThat(round.spans())
                    .extracting(Span::worker)
                    .isSubsetOf(IntStream.rangeClosed(1, model.atOnce)
                            .mapToObj(number -> prefix() + number + " " + TestedModel.TEST)
                            .toList());
        }
    }

    private String prefix() {
        return model.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-";
    }

    @Test
    void giveATaskTheContextClassLoaderTheyAreToldTo() throws InterruptedException {
        ClassLoader own = new ClassLoader() {};
        ClassLoader expected = model.onCaller ? Thread.currentThread().getContextClassLoader() : own;
        Workers told = model.start(new WorkerNaming(model.name(), TestedModel.TEST, TestedModel.WORKERS, own));

        RoundResult result = new RoundRunner(told, Deadlines.AMPLE, new BodyThreads())
                .run(
                        1,
                        false,
                        8,
                        task -> assertThat(Thread.currentThread().getContextClassLoader())
                                .isSameAs(expected));
        told.stop(Deadlines.AMPLE);

        assertThat(result.failures()).isEmpty();
    }

    @Test
    void useDaemonsOfTheirOwn() throws InterruptedException {
        if (model.isOwn() && !model.onCaller) {
            assertThat(run(
                                    8,
                                    task -> assertThat(Thread.currentThread().isDaemon())
                                            .isTrue())
                            .failures())
                    .isEmpty();
        }
    }

    @Test
    void clearAndCountAnInterruptThatATaskLeft() throws InterruptedException {
        RoundResult left = run(3, task -> {
            if (task == 0) {
                Thread.currentThread().interrupt();
            }
        });
        RoundResult next = run(
                8, task -> assertThat(Thread.currentThread().isInterrupted()).isFalse());

        assertThat(left.leftInterrupted()).isEqualTo(1);
        assertThat(left.round().spans()).hasSize(model.onCaller ? 1 : 3);
        assertThat(left.failures())
                .extracting(TaskFailure::thrown)
                .hasSize(model.onCaller ? 1 : 0)
                .allSatisfy(thrown -> assertThat(thrown)
                        .isInstanceOf(InterruptedException.class)
                        .hasMessageStartingWith("task 0 left its thread interrupted, which is its caller's own:"));
        assertThat(next.leftInterrupted()).isZero();
        assertThat(next.failures()).isEmpty();
    }

    @Test
    void leaveNoThreadBehindWhenStopped() throws InterruptedException {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        run(10, task -> seen.add(Thread.currentThread()));
        seen.remove(Thread.currentThread());

        workers.stop(Deadlines.AMPLE);

        await().atMost(Deadlines.AMPLE).until(() -> seen.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void mayBeStoppedTwice() throws InterruptedException {
        run(4, task -> {});
        workers.stop(Deadlines.AMPLE);
        workers.stop(Deadlines.AMPLE);
    }
}
