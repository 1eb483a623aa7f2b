package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.Node.Status.ABORTED;
import static io.github.acrossexecutors.Node.Status.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.opentest4j.MultipleFailuresError;

@DisplayName("A body that throws")
class FailuresTests {

    @Test
    @DisplayName("fails its node with the very throwable, under every model")
    void failsWithTheVeryThrowable() {
        EngineRun run = EngineRun.with("across.models", "SEQUENTIAL,FIXED_POOL,FORK_JOIN,PLATFORM_THREADS")
                .run(ThrowingTestCase.class);

        assertThat(run.tests())
                .hasSize(4)
                .allSatisfy(node -> assertThat(node.failure())
                        .isExactlyInstanceOf(IOException.class)
                        .hasSuppressedException(
                                new UnderModel(node.entries().getOrDefault("across.model", "no model"))));
    }

    static class ThrowingTestCase {
        @AcrossExecutors
        void body() throws IOException {
            throw new IOException("disk full");
        }
    }

    @Test
    @DisplayName("in many tasks is reported whole: alike errors once with their number, each with task, worker, round")
    void isReportedWhole() {
        Node node = EngineRun.of(ManyFailuresTestCase.class).failed();

        assertThat(node.failure())
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        all -> assertThat(all.getFailures()).hasSize(2));
        assertThat(node.message())
                .startsWith(
                        "FailuresTests.ManyFailuresTestCase.body under FIXED_POOL: 5 errors, alike ones shown once (2 failures)")
                .contains("task 0 on fixed-pool-1 body in round 1 (and 3 more alike): java.io.IOException: disk full")
                .contains("task 4 on fixed-pool-1 body in round 1: java.lang.IllegalStateException: the last one");
    }

    static class ManyFailuresTestCase {
        @AcrossExecutors(value = FIXED_POOL, tasks = 5, rounds = 2, workers = 1)
        void body(Task task) throws IOException {
            if (task.index() == 4) {
                throw new IllegalStateException("the last one");
            }
            throw new IOException("disk full");
        }
    }

    @Test
    @DisplayName("shows the lines of all errors in the one stack trace that a build tool prints")
    void showsAllLines() {
        StringWriter trace = new StringWriter();
        EngineRun.of(ManyFailuresTestCase.class).failed().failure().printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString().split("ManyFailuresTestCase\\.body\\(FailuresTests", -1))
                .hasSizeGreaterThan(2);
    }

    @Test
    @DisplayName("fails where any task failed, though others aborted")
    void failureOutweighsAbortion() {
        EngineRun run = EngineRun.of(FailedAndAbortedTestCase.class);

        assertThat(run.tests()).extracting(Node::status).containsExactly(FAILED);
        assertThat(run.failed().message()).contains("task 1", "broken", "task 0", "no network");
    }

    static class FailedAndAbortedTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 2)
        void body(Task task) {
            assumeTrue(task.index() > 0, "no network");
            throw new IllegalStateException("broken");
        }
    }

    @Test
    @DisplayName("aborts where any task aborted and none failed")
    void abortionOutweighsSuccess() {
        EngineRun run = EngineRun.of(AbortedTestCase.class);

        assertThat(run.test("copies(Task) under FIXED_POOL").status()).isEqualTo(ABORTED);
        assertThat(run.test("once() under FIXED_POOL").status()).isEqualTo(ABORTED);
        assertThat(run.tests()).extracting(Node::message).containsOnly("Assumption failed: no network");
        assertThat(run.report().findValuesAsText("status")).containsExactly("aborted", "aborted");
    }

    static class AbortedTestCase {
        @AcrossExecutors(value = FIXED_POOL, tasks = 3)
        void copies(Task task) {
            assumeTrue(task.index() != 1, "no network");
        }

        @AcrossExecutors(FIXED_POOL)
        void once() {
            assumeTrue(false, "no network");
        }
    }

    @Test
    @DisplayName("in a life-cycle method on a worker fails with the very throwable, and the body is left out")
    void lifecycleMethodsFail() {
        EngineRun run = EngineRun.of(BrokenSetUpTestCase.class);

        assertThat(run.failed().failure()).isExactlyInstanceOf(IOException.class);
        assertThat(run.journal()).containsExactly("tear down on fixed-pool-1 body");
        assertThat(run.report().get("tests")).isEmpty();
    }

    static class BrokenSetUpTestCase {
        @BeforeEach
        void setUp() throws IOException {
            throw new IOException("disk full");
        }

        @AcrossExecutors(FIXED_POOL)
        void body() {
            Journal.write("body");
        }

        @AfterEach
        void tearDown() {
            Journal.writeThread("tear down");
        }
    }

    @Test
    @DisplayName("leaves the next round out")
    void leavesTheNextRoundOut() {
        EngineRun run = EngineRun.of(FailsInSecondRoundTestCase.class);

        assertThat(run.failed().message()).contains("in round 2");
        assertThat(run.journal()).containsExactly(1, 2);
        assertThat(run.report().at("/tests/0/rounds")).hasSize(2);
    }

    static class FailsInSecondRoundTestCase {
        @AcrossExecutors(value = SEQUENTIAL, rounds = 3)
        void body(Task task) {
            Journal.write(task.round());
            assertThat(task.round()).isNotEqualTo(2);
        }
    }

    @Test
    @DisplayName("of a parameter nobody resolves is JUnit's own failure, and no worker is left behind")
    void parameterNobodyResolves() {
        EngineRun run = EngineRun.of(UnresolvedTestCase.class);

        assertThat(run.failed().failure()).isInstanceOf(ParameterResolutionException.class);
        assertThat(run.failed().message()).contains("java.lang.StringBuilder");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.endsWith(" unresolvedBody"));
    }

    static class UnresolvedTestCase {
        @BeforeEach
        void startsTheWorker() {
            Journal.writeThread("before");
        }

        @AcrossExecutors(FIXED_POOL)
        void unresolvedBody(StringBuilder nobodyKnows) {
            Journal.write(nobodyKnows);
        }
    }
}
