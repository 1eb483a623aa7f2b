package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.EVENT_LOOP;
import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.FORK_JOIN;
import static io.github.acrossexecutors.ExecutionModel.PLATFORM_THREADS;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

@DisplayName("The loop of a task")
class LoopTests {

    /** Complete a stage from a thread that is nobody's worker. */
    private static void completeElsewhere(CompletableFuture<Integer> stage, int value) {
        Thread thread = new Thread(() -> stage.complete(value), "elsewhere");
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    @DisplayName("executes continuations on the worker that executed the body, under every model, once and in copies")
    void executesOnTheWorker() {
        EngineRun run = EngineRun.of(ContinuingTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .hasSize(3 * 5 + (Runtime.version().feature() < 21 ? 0 : 3))
                .contains("event-loop-1 once", "event-loop-1 copies", "fixed-pool-1 once")
                .contains(Thread.currentThread().getName())
                .doesNotContain("elsewhere");
    }

    static class ContinuingTestCase {
        @AcrossExecutors
        void once(Task task) {
            continueOnTheSameThread(task);
        }

        @AcrossExecutors(tasks = 2, workers = 2)
        void copies(Task task) {
            continueOnTheSameThread(task);
        }

        private static void continueOnTheSameThread(Task task) {
            Thread body = Thread.currentThread();
            CompletableFuture<Integer> page = new CompletableFuture<>();
            task.completeWhen(page.thenAcceptAsync(
                    index -> {
                        assertThat(Thread.currentThread()).isSameAs(body);
                        Journal.write(body.getName());
                    },
                    task.loop()));
            completeElsewhere(page, task.index());
        }
    }

    @Test
    @DisplayName("of EVENT_LOOP lets all tasks wait at once on its one thread")
    void tasksOverlap() {
        EngineRun run = EngineRun.with("across.timeout", "15 s").run(OverlappingTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsOnly("event-loop-1 waits").hasSize(3 * 16);
        JsonNode test = run.report().at("/tests/0");
        assertThat(test.get("model").asText()).isEqualTo("EVENT_LOOP");
        assertThat(test.get("workers").asInt()).isOne();
        assertThat(test.get("rounds"))
                .hasSize(3)
                .allSatisfy(
                        round -> assertThat(round.get("peakOverlap").asInt()).isEqualTo(16));
    }

    static class OverlappingTestCase {
        private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

        @AcrossExecutors(value = EVENT_LOOP, tasks = 16, workers = 4, rounds = 2, warmups = 1)
        void waits(Task task) {
            CompletableFuture<Void> page = new CompletableFuture<>();
            waiting.add(page);
            task.completeWhen(
                    page.thenRunAsync(() -> Journal.write(Thread.currentThread().getName()), task.loop()));
            if (waiting.size() == 16) {
                waiting.forEach(begun -> begun.complete(null));
                waiting.clear();
            }
        }
    }

    @Test
    @DisplayName("of EVENT_LOOP is held by a body that blocks: no two such bodies overlap")
    void blockingBodiesDoNotOverlap() {
        EngineRun run = EngineRun.of(BlockingTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsOnly(1).hasSize(16);
        assertThat(run.report().at("/tests/0/rounds/0/peakOverlap").asInt()).isOne();
    }

    static class BlockingTestCase {
        private final AtomicInteger underWay = new AtomicInteger();

        @AcrossExecutors(value = EVENT_LOOP, tasks = 16, workers = 4)
        void blocks(Task task) {
            Journal.write(underWay.incrementAndGet());
            CompletableFuture<Integer> page = new CompletableFuture<>();
            completeElsewhere(page, task.index());
            assertThat(page.join()).isEqualTo(task.index());
            underWay.decrementAndGet();
        }
    }

    @Test
    @DisplayName("fails its task, and no other, with what a continuation throws")
    void continuationThrows() {
        EngineRun run = EngineRun.of(ThrowingTestCase.class);

        assertThat(run.failures())
                .hasSameSizeAs(run.tests())
                .allSatisfy(node -> assertThat(node.message())
                        .contains("task 1 on ", ": java.lang.IllegalStateException: wrong page")
                        .doesNotContain("task 0", "task 2"));
    }

    static class ThrowingTestCase {
        @AcrossExecutors(
                value = {SEQUENTIAL, PLATFORM_THREADS, FIXED_POOL, FORK_JOIN, EVENT_LOOP},
                tasks = 3)
        void body(Task task) {
            task.loop().execute(() -> {
                if (task.index() == 1) {
                    throw new IllegalStateException("wrong page");
                }
            });
        }
    }

    @Test
    @DisplayName("that a thread never feeds makes the round hang, which tells every task and what it waits for")
    void tellsWhoWaits() {
        EngineRun run = EngineRun.with("across.timeout", "300 ms").run(StarvingTestCase.class);

        assertThat(run.failed().message())
                .contains("2 of 3 tasks did not end within 300 ms under EVENT_LOOP.")
                .containsPattern("task 0: the stage given to completeWhen has not completed: \\S+CompletableFuture")
                .contains("task 2: the stage given to completeWhen has not completed: ")
                .doesNotContain("task 1");
    }

    static class StarvingTestCase {
        @AcrossExecutors(value = EVENT_LOOP, tasks = 3)
        void body(Task task) {
            if (task.index() != 1) {
                task.completeWhen(new CompletableFuture<>().thenRunAsync(() -> {}, task.loop()));
            }
        }
    }

    @Test
    @DisplayName("that its own body waits for is told as the deadlock it is")
    void bodyWaitsForItsOwnLoop() {
        EngineRun run = EngineRun.with("across.timeout", "300 ms").run(SelfWaitingTestCase.class);

        assertThat(run.failures())
                .hasSameSizeAs(run.tests())
                .allSatisfy(node -> assertThat(node.message())
                        .contains("SelfWaitingTestCase.body(LoopTests.java:")
                        .contains("task 0: 1 continuation handed to loop() still to be executed"));
    }

    static class SelfWaitingTestCase {
        @AcrossExecutors({SEQUENTIAL, FIXED_POOL, EVENT_LOOP})
        void body(Task task) throws InterruptedException {
            CountDownLatch continued = new CountDownLatch(1);
            task.loop().execute(continued::countDown);
            continued.await();
        }
    }

    @Test
    @DisplayName("takes no continuation after the task has ended")
    void rejectsAfterTheEnd() {
        EngineRun run = EngineRun.of(LateTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsOnly("rejected").hasSameSizeAs(run.tests());
    }

    static class LateTestCase {
        private @Nullable Task task;

        @AcrossExecutors({SEQUENTIAL, FIXED_POOL, EVENT_LOOP})
        void body(Task given) {
            task = given;
        }

        @AfterEach
        void tooLate() {
            Executor loop = task == null ? Runnable::run : task.loop();
            assertThatThrownBy(() -> loop.execute(() -> {}))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("this task has ended");
            Journal.write("rejected");
        }
    }

    @Test
    @DisplayName("of a body that gets the executor is JUnit's thread, which holds until its stages have completed")
    void injectedBodyHolds() {
        EngineRun run = EngineRun.of(InjectedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .hasSameSizeAs(run.tests())
                .containsOnly(Thread.currentThread().getName());
    }

    static class InjectedTestCase {
        @AcrossExecutors({SEQUENTIAL, FIXED_POOL, EVENT_LOOP})
        void body(ExecutorService executor, Task task) {
            task.completeWhen(CompletableFuture.supplyAsync(() -> 7, executor)
                    .thenAcceptAsync(
                            page -> Journal.write(Thread.currentThread().getName()), task.loop()));
        }
    }

    @Test
    @DisplayName("serves the dynamic tests of a factory one after another, each with an end of its own")
    void servesDynamicTests() {
        EngineRun run = EngineRun.of(FactoryTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly("one", "two", "one", "two");
    }

    @AcrossExecutors({FIXED_POOL, EVENT_LOOP})
    static class FactoryTestCase {
        @TestFactory
        Stream<DynamicTest> tests(Task task) {
            return Stream.of("one", "two").map(name -> DynamicTest.dynamicTest(name, () -> continueWith(task, name)));
        }

        private static void continueWith(Task task, String name) {
            CompletableFuture<Integer> page = new CompletableFuture<>();
            task.completeWhen(page.thenRunAsync(() -> Journal.write(name), task.loop()));
            completeElsewhere(page, 0);
        }
    }

    @Test
    @DisplayName("is left under JUnit's @Timeout, which tells the stage that was waited for; no further task begins")
    void leavesUnderTimeout() {
        EngineRun run = EngineRun.of(TimeoutTestCase.class);

        assertThat(run.failures())
                .hasSameSizeAs(run.tests())
                .allSatisfy(node -> assertThat(node.failure())
                        .hasStackTraceContaining("the stage given to completeWhen has not completed: "));
        assertThat(run.journal()).containsExactly("SEQUENTIAL", "EVENT_LOOP", "EVENT_LOOP");
    }

    static class TimeoutTestCase {
        @AcrossExecutors(
                value = {SEQUENTIAL, EVENT_LOOP},
                tasks = 2)
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
        void body(Task task) {
            Journal.write(task.model());
            task.completeWhen(new CompletableFuture<>());
        }
    }
}
