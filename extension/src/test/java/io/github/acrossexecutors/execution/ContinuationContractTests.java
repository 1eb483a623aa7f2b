package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a task promises whose body returns before it ends, under every model. */
@EveryModel
class ContinuationContractTests {

    private final TestedModel model;
    private Workers workers = new CallerWorkers("none");

    ContinuationContractTests(TestedModel model) {
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

    private RoundResult run(int tasks, StagedBody.Code code) throws InterruptedException {
        return run(Deadlines.AMPLE, StagedBody.of(tasks, code));
    }

    private RoundResult run(Duration timeout, StagedBody body) throws InterruptedException {
        return new RoundRunner(workers, timeout, new BodyThreads())
                .run(1, false, body.ends().size(), body);
    }

    private static void onAThreadOfItsOwn(Runnable code) {
        Thread thread = new Thread(code, "elsewhere");
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void executesAContinuationOnTheWorkerOfItsTask() throws InterruptedException {
        Map<Integer, Thread> bodies = new ConcurrentHashMap<>();
        Map<Integer, Thread> continuations = new ConcurrentHashMap<>();

        RoundResult result = run(8, (task, end) -> {
            bodies.put(task, Thread.currentThread());
            CompletableFuture<Integer> page = new CompletableFuture<>();
            end.completeWhen(page.thenAcceptAsync(index -> continuations.put(index, Thread.currentThread()), end));
            onAThreadOfItsOwn(() -> page.complete(task));
        });

        assertThat(result.failures()).isEmpty();
        assertThat(continuations).hasSize(8).containsExactlyInAnyOrderEntriesOf(bodies);
    }

    @Test
    void endsNoTaskBeforeTheContinuationsItHandedOver() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();

        RoundResult result = run(1, (task, end) -> {
            end.execute(() -> {
                done.add("first");
                end.execute(() -> done.add("third"));
            });
            end.execute(() -> done.add("second"));
            done.add("body");
        });

        assertThat(result.failures()).isEmpty();
        assertThat(done).containsExactly("body", "first", "second", "third");
    }

    @Test
    void letsAContinuationAddAStage() throws InterruptedException {
        AtomicBoolean completed = new AtomicBoolean();

        RoundResult result = run(
                1,
                (task, end) -> end.execute(() -> {
                    CompletableFuture<Void> later = new CompletableFuture<>();
                    end.completeWhen(later);
                    onAThreadOfItsOwn(() -> {
                        completed.set(true);
                        later.complete(null);
                    });
                }));

        assertThat(result.failures()).isEmpty();
        assertThat(completed).isTrue();
    }

    @Test
    void failsATaskWithWhatItsContinuationThrewAndWaitsNoLonger() throws InterruptedException {
        AssertionError thrown = new AssertionError("wrong page");

        RoundResult result = run(3, (task, end) -> {
            if (task == 1) {
                end.completeWhen(new CompletableFuture<>());
                end.execute(() -> {
                    throw thrown;
                });
            }
        });

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.task()).isEqualTo("task 1");
            assertThat(failure.thrown()).isSameAs(thrown);
        });
        assertThat(result.round().spans()).hasSize(3);
    }

    @Test
    void doesNotWaitForTheStagesOfABodyThatThrew() throws InterruptedException {
        AssertionError thrown = new AssertionError("wrong page");

        RoundResult result = run(1, (task, end) -> {
            end.completeWhen(new CompletableFuture<>());
            throw thrown;
        });

        assertThat(result.failures()).extracting(TaskFailure::thrown).containsExactly(thrown);
    }

    @Test
    void failsWithEveryStageThatFailedAndWaitsForAllOfThem() throws InterruptedException {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");

        RoundResult result = run(1, (task, end) -> {
            CompletableFuture<Void> late = new CompletableFuture<>();
            end.completeWhen(late);
            end.completeWhen(CompletableFuture.failedFuture(first));
            end.execute(() -> late.completeExceptionally(second));
        });

        assertThat(result.failures()).extracting(TaskFailure::thrown).containsExactly(first, second);
        assertThat(result.failures()).extracting(TaskFailure::task).containsOnly("task 0");
    }

    @Test
    void namesTheStagesThatHaveNotCompletedAtTheDeadline() throws InterruptedException {
        CompletableFuture<Void> never = new CompletableFuture<>();

        RoundResult result = run(Deadlines.SHORT, StagedBody.of(1, (task, end) -> end.completeWhen(never)));

        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.thrown())
                        .isInstanceOf(TimeoutException.class)
                        .hasMessageStartingWith("the task did not end within 500 ms under " + model.name())
                        .hasMessageContaining("task 0: the stage given to completeWhen has not completed: " + never));
        assertThat(result.survivors()).isEmpty();
        assertThat(result.round().spans())
                .singleElement()
                .satisfies(span -> assertThat(span.endNanos())
                        .isLessThanOrEqualTo(result.round().wallNanos()));
    }

    @Test
    void givesUpATaskWhoseContinuationSwallowsTheInterrupt() throws InterruptedException {
        Set<String> interrupted = ConcurrentHashMap.newKeySet();

        RoundResult result = run(Deadlines.ONCE_BEGUN, StagedBody.of(1, (task, end) -> {
            end.completeWhen(new CompletableFuture<>());
            end.execute(() -> {
                try {
                    Deadlines.hang();
                } catch (InterruptedException e) {
                    interrupted.add(Thread.currentThread().getName());
                }
            });
        }));

        assertThat(interrupted).hasSize(1);
        assertThat(result.survivors()).isEmpty();
        assertThat(result.failures()).hasSize(1);
    }

    @Test
    void tellsAnInterruptedCallerWhichStageItsTasksWaitFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> never = new CompletableFuture<>();
        FutureTask<RoundResult> round = new FutureTask<>(() -> run(1, (task, end) -> {
            end.completeWhen(never);
            end.execute(begun::countDown);
        }));
        Thread caller = new Thread(round, "caller");
        caller.start();
        Deadlines.await(begun);

        caller.interrupt();

        if (model.onCaller) {
            assertThat(round.get(10, TimeUnit.SECONDS).failures())
                    .singleElement()
                    .extracting(TaskFailure::thrown)
                    .satisfies(thrown -> assertThat(thrown)
                            .isInstanceOf(InterruptedException.class)
                            .hasMessage(
                                    "interrupted while the stage given to completeWhen has not completed: " + never));
        } else {
            assertThatThrownBy(() -> round.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(InterruptedException.class)
                    .satisfies(interrupt -> assertThat(interrupt.getSuppressed()[0])
                            .hasMessageContaining(
                                    "task 0: the stage given to completeWhen has not completed: " + never));
        }
    }

    @Test
    void rejectsWhatIsHandedOverAfterTheEnd() throws InterruptedException {
        StagedBody body = StagedBody.of(1, (task, end) -> {});
        run(Deadlines.AMPLE, body);
        TaskEnd end = body.ends().get(0);

        assertThatThrownBy(() -> end.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageStartingWith("this task has ended, so its loop takes no continuation any more");
        assertThatThrownBy(() -> end.completeWhen(new CompletableFuture<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("this task has ended, so its stages are not waited for any more");
    }

    @Test
    void losesNoContinuationOfAChainWhoseLastStageIsNamed() throws InterruptedException {
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        RoundResult result = run(200, (task, end) -> {
            CompletableFuture<Integer> page = new CompletableFuture<>();
            end.completeWhen(page.thenApplyAsync(index -> index, end)
                    .thenApplyAsync(index -> index)
                    .thenAcceptAsync(done::add, end));
            if (task % 2 == 0) {
                page.complete(task);
            } else {
                page.completeAsync(() -> task);
            }
        });

        assertThat(result.failures()).isEmpty();
        assertThat(done).hasSize(200);
    }

    @Test
    void keepsTheThreadsThatAContinuationStartsInMind() throws InterruptedException {
        BodyThreads threads = new BodyThreads();
        IllegalStateException thrown = new IllegalStateException("checker");
        StagedBody body = StagedBody.of(
                1,
                (task, end) -> end.execute(() -> {
                    Thread thread = new Thread(
                            () -> {
                                throw thrown;
                            },
                            "checker");
                    thread.start();
                    try {
                        thread.join();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));

        new RoundRunner(workers, Deadlines.AMPLE, threads).run(1, false, 1, body);

        assertThat(threads.takeDeaths()).extracting(BodyThreads.Death::cause).containsExactly(thrown);
        threads.close(workers::owns);
    }
}
