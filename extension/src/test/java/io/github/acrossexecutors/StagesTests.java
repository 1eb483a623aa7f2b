package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.EVENT_LOOP;
import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.FORK_JOIN;
import static io.github.acrossexecutors.ExecutionModel.PLATFORM_THREADS;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

@DisplayName("A task that completes with a stage")
class StagesTests {

    @Test
    @DisplayName("ends when the stage has completed, not when the body returns, under any model")
    void endsWithItsStage() {
        EngineRun run = EngineRun.of(LateTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).hasSameSizeAs(run.tests()).containsOnly("completed");
    }

    static class LateTestCase {
        private final CountDownLatch returned = new CountDownLatch(1);
        private volatile boolean completed;

        @AcrossExecutors({SEQUENTIAL, PLATFORM_THREADS, FIXED_POOL, FORK_JOIN, EVENT_LOOP})
        void body(Task task) {
            CompletableFuture<Void> stage = new CompletableFuture<>();
            task.completeWhen(stage);
            Thread completer = new Thread(() -> complete(stage));
            completer.setDaemon(true);
            completer.start();
            returned.countDown();
        }

        private void complete(CompletableFuture<Void> stage) {
            try {
                // The body has begun to return; the stage completes behind it.
                assertThat(returned.await(5, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            completed = true;
            stage.complete(null);
        }

        @AfterEach
        void after() {
            Journal.write(completed ? "completed" : "not completed");
        }
    }

    @Test
    @DisplayName("fails with what the stage failed with, without its wrapping")
    void failsWithItsStage() {
        EngineRun run = EngineRun.of(FailingTestCase.class);

        assertThat(run.failures())
                .hasSameSizeAs(run.tests())
                .allSatisfy(node -> assertThat(node.failure())
                        .isInstanceOf(AssertionFailedError.class)
                        .hasMessage("wrong page"));
    }

    static class FailingTestCase {
        @AcrossExecutors({SEQUENTIAL, PLATFORM_THREADS, FIXED_POOL, FORK_JOIN, EVENT_LOOP})
        void body(Task task) {
            task.completeWhen(CompletableFuture.completedFuture("page").thenAccept(page -> {
                throw new AssertionFailedError("wrong page");
            }));
        }
    }

    @Test
    @DisplayName("aborts if the stage aborts")
    void abortsWithItsStage() {
        EngineRun run = EngineRun.of(AbortingTestCase.class);

        assertThat(run.tests()).allSatisfy(node -> assertThat(node.status()).isEqualTo(Node.Status.ABORTED));
    }

    static class AbortingTestCase {
        @AcrossExecutors({SEQUENTIAL, PLATFORM_THREADS, FIXED_POOL, FORK_JOIN, EVENT_LOOP})
        void body(Task task) {
            task.completeWhen(CompletableFuture.failedFuture(new TestAbortedException("no network")));
        }
    }

    @Test
    @DisplayName("runs into the timeout if the stage never completes, and says which stage")
    void neverCompletes() {
        EngineRun run = EngineRun.with("across.timeout", "300 ms").run(NeverTestCase.class);

        assertThat(run.failures())
                .hasSameSizeAs(run.tests())
                .allSatisfy(node -> assertThat(node.message())
                        .contains("did not end within 300 ms")
                        .contains("the stage given to completeWhen has not completed: ", "CompletableFuture"));
    }

    static class NeverTestCase {
        @AcrossExecutors({SEQUENTIAL, PLATFORM_THREADS, FIXED_POOL, FORK_JOIN, EVENT_LOOP})
        void body(Task task) {
            task.completeWhen(new CompletableFuture<>());
        }
    }

    @Test
    @DisplayName("waits for each of several stages, in every copy")
    void waitsForAll() {
        EngineRun run = EngineRun.of(SeveralTestCase.class);

        assertThat(run.failures())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.message())
                        .contains("second stage of 0", "second stage of 1")
                        .doesNotContain("first stage"));
    }

    static class SeveralTestCase {
        @AcrossExecutors(tasks = 2)
        void body(Task task) {
            task.completeWhen(CompletableFuture.completedFuture("first stage"));
            task.completeWhen(CompletableFuture.failedFuture(new AssertionError("second stage of " + task.index())));
        }
    }
}
