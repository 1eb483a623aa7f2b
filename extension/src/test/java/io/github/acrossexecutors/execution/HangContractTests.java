package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a round that hangs, or whose caller is interrupted, under every model. */
@EveryModel
class HangContractTests {

    private final TestedModel model;
    private Workers workers = new CallerWorkers("none");

    HangContractTests(TestedModel model) {
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

    private RoundResult run(Duration timeout, int tasks, TaskBody body) throws InterruptedException {
        return new RoundRunner(workers, timeout, new BodyThreads()).run(1, false, tasks, body);
    }

    @Test
    void failsWithADiagnosisAtTheDeadline() throws InterruptedException {
        RoundResult result = run(Deadlines.SHORT, 1, task -> Deadlines.hang());

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.task()).isEqualTo("the round");
            assertThat(failure.thrown())
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("the task did not end within 500 ms under " + model.name())
                    .hasMessageContaining(" is WAITING at " + Deadlines.class.getName() + ".hang(Deadlines.java:")
                    .hasMessageContaining("waits for java.util.concurrent.CountDownLatch");
        });
        assertThat(result.survivors()).isEmpty();
    }

    @Test
    void interruptsTheTasksAtTheDeadline() throws InterruptedException {
        AtomicInteger interrupted = new AtomicInteger();

        RoundResult result = run(Deadlines.SHORT, 1, task -> {
            try {
                Deadlines.hang();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
            }
        });

        assertThat(interrupted).hasValue(1);
        assertThat(result.failures()).hasSize(1);
    }

    @Test
    void neverStartsATaskThatIsQueuedAtTheDeadline() throws InterruptedException {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();

        RoundResult result = run(Deadlines.SHORT, 20, task -> {
            begun.add(task);
            Deadlines.hang();
        });
        int begunAtTheDeadline = begun.size();
        workers.stop(Deadlines.AMPLE);

        assertThat(result.failures()).hasSize(1);
        assertThat(begun).hasSize(begunAtTheDeadline).hasSizeLessThanOrEqualTo(model.atOnce);
    }

    @Test
    void keepsTheSpansOfTasksThatHadEnded() throws InterruptedException {
        RoundResult result = run(Deadlines.SHORT, 2, task -> {
            if (task == 1) {
                Deadlines.hang();
            }
        });

        assertThat(result.round().spans()).extracting("task").startsWith(0);
        assertThat(result.failures()).hasSize(1);
        assertThat(result.round().spans())
                .allSatisfy(span -> assertThat(span.endNanos())
                        .isLessThanOrEqualTo(result.round().wallNanos()));
    }

    @Test
    void forwardsAnInterruptOfTheCaller() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Set<Integer> interrupted = ConcurrentHashMap.newKeySet();
        FutureTask<RoundResult> round = new FutureTask<>(() -> run(Deadlines.AMPLE, 3, task -> {
            begun.countDown();
            try {
                Deadlines.hang();
            } catch (InterruptedException e) {
                interrupted.add(task);
                throw e;
            }
        }));
        Thread caller = new Thread(round, "caller");
        caller.start();
        Deadlines.await(begun);

        caller.interrupt();

        assertThat(interruptOf(round)).isInstanceOf(InterruptedException.class);
        assertThat(interrupted).isNotEmpty().hasSizeLessThanOrEqualTo(model.atOnce);
        await().atMost(Deadlines.AMPLE).until(() -> !caller.isAlive());
    }

    /** On the caller itself the body has thrown it, elsewhere the round has. */
    private Throwable interruptOf(FutureTask<RoundResult> round) throws Exception {
        try {
            List<TaskFailure> failures = round.get(10, TimeUnit.SECONDS).failures();
            assertThat(failures).hasSize(1);
            assertThat(model.onCaller).isTrue();
            return failures.get(0).thrown();
        } catch (ExecutionException e) {
            assertThat(model.onCaller).isFalse();
            Throwable interrupt = Objects.requireNonNull(e.getCause());
            assertThat(interrupt.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .startsWith("interrupted from outside while tasks ran under " + model)
                    .contains(Deadlines.class.getName());
            return interrupt;
        }
    }
}
