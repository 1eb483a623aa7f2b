package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.acrossexecutors.process.ProcessWorker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

@DisplayName("A body under PROCESS_POOL")
class ProcessPoolModelTests {

    @BeforeAll
    static void openJournal() {
        SharedJournal.open();
    }

    @Test
    @DisplayName("runs once in a worker JVM, within its whole life-cycle there; here all but the body runs too")
    void runsWithItsLifeCycle() {
        EngineRun run = EngineRun.of(LifecycleTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.test("PROCESS_POOL").status()).isEqualTo(Node.Status.PASSED);
        List<String> around = List.of("before all", "constructor", "before each", "after each", "after all");
        assertThat(SharedJournal.ofThisJvm(LifecycleTestCase.class)).containsExactlyElementsOf(around);
        assertThat(SharedJournal.ofWorkers(LifecycleTestCase.class))
                .containsExactly("before all", "constructor", "before each", "body", "after each", "after all");
    }

    static class LifecycleTestCase {
        private final ThreadLocal<String> ofTheThread = new ThreadLocal<>();

        LifecycleTestCase() {
            SharedJournal.write(this, "constructor");
        }

        @BeforeAll
        static void beforeAll() {
            SharedJournal.write(LifecycleTestCase.class, "before all");
        }

        @BeforeEach
        void beforeEach() {
            ofTheThread.set("mine");
            SharedJournal.write(this, "before each");
        }

        @AcrossExecutors(PROCESS_POOL)
        void body() {
            assertThat(ofTheThread.get()).isEqualTo("mine");
            SharedJournal.write(this, "body");
        }

        @AfterEach
        void afterEach() {
            SharedJournal.write(this, "after each");
        }

        @AfterAll
        static void afterAll() {
            SharedJournal.write(LifecycleTestCase.class, "after all");
        }
    }

    @Test
    @DisplayName("in copies opens the life-cycle once in each worker, which tell their tasks apart and share no memory")
    void runsInCopies() {
        EngineRun run = EngineRun.of(CopiesTestCase.class);

        assertThat(run.failures()).isEmpty();
        List<SharedJournal.Entry> tasks = SharedJournal.of(CopiesTestCase.class).stream()
                .filter(entry -> entry.what().startsWith("task "))
                .toList();
        assertThat(tasks)
                .extracting(SharedJournal.Entry::what)
                .containsExactlyInAnyOrder(
                        "task 0 of round 1",
                        "task 1 of round 1",
                        "task 2 of round 1",
                        "task 3 of round 1",
                        "task 0 of round 2",
                        "task 1 of round 2",
                        "task 2 of round 2",
                        "task 3 of round 2");
        Set<Long> workers = tasks.stream().map(SharedJournal.Entry::pid).collect(Collectors.toSet());
        assertThat(workers).hasSize(2).doesNotContain(ProcessHandle.current().pid());
        assertThat(SharedJournal.ofWorkers(CopiesTestCase.class).stream().filter("before each"::equals))
                .hasSize(2);
        assertThat(CopiesTestCase.counter).isZero();
        assertThat(run.report().at("/tests/0/rounds/0/spans").findValuesAsText("worker"))
                .hasSize(4)
                .allMatch(worker -> worker.matches("process-pool-\\d+ body"));
        assertThat(run.report().at("/tests/0/meaning").asText()).isEqualTo("copies");
        assertThat(run.report().at("/tests/0/workers").asInt()).isEqualTo(2);
        assertThat(run.console()).contains("PROCESS_POOL        2");
    }

    static class CopiesTestCase {
        static int counter;
        private static final CyclicRendezvous MEETING = new CyclicRendezvous();

        @BeforeEach
        void beforeEach() {
            SharedJournal.write(this, "before each");
        }

        @AcrossExecutors(value = PROCESS_POOL, tasks = 4, workers = 2, rounds = 2)
        void body(Task task) {
            counter++;
            assertThat(counter).isLessThanOrEqualTo(7);
            SharedJournal.write(this, "task " + task.index() + " of round " + task.round());
            MEETING.meet(getClass(), task.round());
        }
    }

    /** Holds the first task of each worker until both workers have one, so that none takes all of them. */
    private static final class CyclicRendezvous {
        void meet(Class<?> testCase, int round) {
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> SharedJournal.of(testCase).stream()
                                    .filter(entry -> entry.what().endsWith("of round " + round))
                                    .map(SharedJournal.Entry::pid)
                                    .distinct()
                                    .count()
                            == 2);
        }
    }

    @Test
    @DisplayName(
            "fails with the errors of all tasks, each with its worker, as the very exceptions where they can travel")
    void failsWithAllErrors() {
        EngineRun run = EngineRun.of(FailingTestCase.class);

        assertThat(run.test("once() under PROCESS_POOL").failure())
                .isInstanceOfSatisfying(AssertionFailedError.class, error -> {
                    assertThat(error.getExpected().getValue()).isEqualTo(2);
                    assertThat(error.getStackTrace()[0].getMethodName()).isNotBlank();
                    assertThat(error.getSuppressed()[0])
                            .hasMessageMatching("the body ran under PROCESS_POOL, on process-pool-\\d+ once");
                });
        assertThat(run.test("copies(Task) under PROCESS_POOL").message())
                .containsPattern("task 0 on process-pool-\\d+ copies in round 1: java.io.IOException: broken")
                .containsPattern("task 1 on process-pool-\\d+ copies in round 1: .*Unpackable: holds a thread");
        assertThat(run.test("aborts() under PROCESS_POOL").status()).isEqualTo(Node.Status.ABORTED);
    }

    static class FailingTestCase {
        @AcrossExecutors(PROCESS_POOL)
        void once() {
            Assertions.assertEquals(2, 1);
        }

        @AcrossExecutors(value = PROCESS_POOL, tasks = 3, workers = 1)
        void copies(Task task) throws Exception {
            if (task.index() == 0) {
                throw new IOException("broken");
            }
            if (task.index() == 1) {
                throw new Unpackable();
            }
        }

        @AcrossExecutors(PROCESS_POOL)
        void aborts() {
            Assumptions.abort("not here");
        }
    }

    static final class Unpackable extends RuntimeException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // that is what it is for
        final Thread held = Thread.currentThread();

        Unpackable() {
            super("holds a thread");
        }
    }

    @Test
    @DisplayName("whose worker dies fails with its process and exit code; the other tasks get their results")
    void outlivesItsWorker() {
        EngineRun run = EngineRun.of(DyingTestCase.class);

        assertThat(run.failed().message())
                .containsPattern("task 1 on pid \\d+ in round 1: .*exit code 7")
                .doesNotContain("task 0", "task 2", "task 3");
        assertThat(run.report().at("/tests/0/rounds/0/spans")).hasSize(3);
    }

    static class DyingTestCase {
        @AcrossExecutors(value = PROCESS_POOL, tasks = 4, workers = 1)
        void body(Task task) {
            if (task.index() == 1) {
                Runtime.getRuntime().halt(7);
            }
        }
    }

    @Test
    @DisplayName("is not reached if a life-cycle method fails in the worker, which fails the test")
    void needsItsLifeCycle() {
        EngineRun run = EngineRun.of(FailingLifecycleTestCase.class);

        assertThat(run.failed().message()).isEqualTo("not in a worker");
        assertThat(SharedJournal.of(FailingLifecycleTestCase.class)).isEmpty();
    }

    static class FailingLifecycleTestCase {
        @BeforeEach
        void beforeEach() {
            if (ProcessWorker.current().isPresent()) {
                throw new IllegalStateException("not in a worker");
            }
        }

        @AcrossExecutors(PROCESS_POOL)
        void body() {
            SharedJournal.write(this, "body");
        }
    }

    @Test
    @DisplayName("fails if what comes after it fails in the worker, beside its own failure if it has one")
    void failsByWhatComesAfter() {
        EngineRun run = EngineRun.of(FailingAfterTestCase.class);

        assertThat(run.test("passes() under PROCESS_POOL").message()).isEqualTo("after passes");
        assertThat(run.test("fails() under PROCESS_POOL").failure())
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        all -> assertThat(all.getFailures())
                                .extracting(Throwable::getMessage)
                                .containsExactly("body", "after fails"));
    }

    static class FailingAfterTestCase {
        @AcrossExecutors(PROCESS_POOL)
        void passes() {}

        @AcrossExecutors(PROCESS_POOL)
        void fails() {
            throw new IllegalStateException("body");
        }

        @AfterEach
        void afterEach(TestInfo test) {
            if (ProcessWorker.current().isPresent()) {
                throw new IllegalStateException(
                        "after " + test.getTestMethod().orElseThrow().getName());
            }
        }
    }
}
