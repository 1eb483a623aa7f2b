package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.FORK_JOIN;
import static io.github.acrossexecutors.ExecutionModel.PLATFORM_THREADS;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** The verdicts are real; where others keep this machine from one, the tests that need it are aborted. */
@DisplayName("An expected speedup")
class SpeedupTests {

    private static final long WAIT_NANOS = 4_000_000;

    private static void waitABit() {
        long end = System.nanoTime() + WAIT_NANOS;
        for (long left = WAIT_NANOS; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Aborts the test if the machine allowed no verdict. */
    private static Node judged(Node node) {
        assumeTrue(node.status() != Node.Status.ABORTED, node::message);
        return node;
    }

    @Test
    @DisplayName("that waits in parallel is met: a node of its own, a line below the table, a closing line")
    void met() {
        EngineRun run = EngineRun.of(WaitsTestCase.class);

        assertThat(run.tests())
                .extracting(Node::name)
                .containsExactly(
                        "fetches() under SEQUENTIAL",
                        "fetches() under FIXED_POOL",
                        "fetches(): FIXED_POOL at least 3x SEQUENTIAL");
        Node expectation = judged(run.test("FIXED_POOL at least 3x SEQUENTIAL"));
        assertThat(expectation.status()).isEqualTo(Node.Status.PASSED);
        assertThat(expectation.entries())
                .containsEntry("across.expectation", "FIXED_POOL at least 3x SEQUENTIAL")
                .containsEntry("across.verdict", "met")
                .containsKeys("across.speedup.median", "across.speedup.pairs", "across.speedup.ideal");
        assertThat(run.console())
                .contains("  FIXED_POOL at least 3x SEQUENTIAL: met (median ", ", peak overlap 8")
                .contains("Speedups: 1 met, 0 not met, 0 undecided");
        assertThat(run.report().at("/speedups/0/verdict").asText()).isEqualTo("met");
        assertThat(run.report().at("/speedups/0/pairs/0/baselineNanos").asLong())
                .isGreaterThanOrEqualTo(8 * WAIT_NANOS);
        assertThat(run.report().at("/tests")).hasSize(2);
    }

    static class WaitsTestCase {
        @AcrossExecutors(
                value = {SEQUENTIAL, FIXED_POOL},
                tasks = 8,
                workers = 8)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 3)
        void fetches() {
            waitABit();
        }
    }

    @Test
    @DisplayName("of tasks that wait under one lock is not met, and the failure says what that usually means")
    void notMet() {
        Node expectation = judged(EngineRun.of(LockTestCase.class).test("PLATFORM_THREADS at least 2x SEQUENTIAL"));

        assertThat(expectation.failure()).isInstanceOf(AssertionFailedError.class);
        assertThat(expectation.message())
                .contains("Expected 'PLATFORM_THREADS' to be at least 2 x as fast as 'SEQUENTIAL'")
                .contains("not met, in two blocks of pairs")
                .contains("a lock held while waiting");
    }

    static class LockTestCase {
        private final ReentrantLock lock = new ReentrantLock();

        @AcrossExecutors(value = PLATFORM_THREADS, tasks = 4, workers = 4)
        @ExpectSpeedup(of = PLATFORM_THREADS, atLeast = 2)
        void fetches() {
            lock.lock();
            try {
                waitABit();
            } finally {
                lock.unlock();
            }
        }
    }

    @Test
    @DisplayName("that the budget cannot hold is inconclusive: aborted, with what to do, or failed if one wants that")
    void inconclusive() {
        Node aborted = EngineRun.of(ShortBudgetTestCase.class).test("at least 3x SEQUENTIAL");
        assertThat(aborted.status()).isEqualTo(Node.Status.ABORTED);
        assertThat(aborted.message()).contains("A verdict needs 10 pairs of", "raise the budget to");

        EngineRun failing = EngineRun.with("across.inconclusive", "fail").run(ShortBudgetTestCase.class);
        assertThat(failing.failed().message())
                .isEqualTo(aborted.message().replaceAll("^.*$", failing.failed().message()));
        assertThat(failing.failed().message()).contains("inconclusive");
        assertThat(failing.console())
                .contains("FIXED_POOL at least 3x SEQUENTIAL: inconclusive (budget)")
                .contains("Speedups: 0 met, 0 not met, 1 undecided");
    }

    static class ShortBudgetTestCase {
        @AcrossExecutors(value = FIXED_POOL, tasks = 8, workers = 8)
        @ExpectSpeedup(
                of = FIXED_POOL,
                atLeast = 3,
                budget = 1,
                budgetUnit = java.util.concurrent.TimeUnit.MILLISECONDS)
        void fetches() {
            waitABit();
        }
    }

    @Test
    @DisplayName("is measured and fails nothing where across.speedup is report, and has no node where it is off")
    void reportAndOff() {
        EngineRun report = EngineRun.with("across.speedup", "report").run(ShortBudgetTestCase.class);
        assertThat(report.test("at least 3x SEQUENTIAL").status()).isEqualTo(Node.Status.PASSED);
        assertThat(report.report().at("/speedups/0/verdict").asText()).isEqualTo("inconclusive");

        EngineRun off = EngineRun.with("across.speedup", "OFF").run(ShortBudgetTestCase.class);
        assertThat(off.tests()).extracting(Node::name).containsExactly("fetches() under FIXED_POOL");
        assertThat(off.console()).doesNotContain("Speedups:");
    }

    @Test
    @DisplayName("is judged against itself where across.speedup is calibrate, once for each model")
    void calibrate() {
        EngineRun run = EngineRun.with("across.speedup", "calibrate", "across.speedup.budget", "1 ms")
                .run(TwiceTestCase.class);

        assertThat(run.tests())
                .extracting(Node::name)
                .containsExactly("sums() under SEQUENTIAL", "sums(): FIXED_POOL at least 1.2x FIXED_POOL");
        assertThat(run.console())
                .contains("Speedups, each model against itself: 0 falsely met, 0 rightly not met, 1 undecided");
    }

    static class TwiceTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 1.5)
        @ExpectSpeedup(of = FIXED_POOL, ofIdeal = 0.7)
        void sums() {
            waitABit();
        }
    }

    @Test
    @DisplayName("of a model that across.models leaves out is skipped with that reason")
    void narrowed() {
        EngineRun run = EngineRun.with("across.models", "SEQUENTIAL").run(TwiceTestCase.class);

        assertThat(run.test("at least 1.5x SEQUENTIAL").reason()).isEqualTo("across.models leaves FIXED_POOL out.");
        assertThat(run.test("sums() under SEQUENTIAL").status()).isEqualTo(Node.Status.PASSED);
    }

    @Test
    @DisplayName("of the sequential model calibrates too: against itself it has no ideal to reach")
    void calibrateSequential() {
        EngineRun run = EngineRun.with("across.speedup", "calibrate").run(SlowerTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.console()).contains("0 falsely met");
    }

    static class SlowerTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = SEQUENTIAL, over = FORK_JOIN, atLeast = 0.1)
        void sums() {
            waitABit();
        }
    }

    @Test
    @DisplayName("is inconclusive once the expectations before it have used up the time of all")
    void suiteBudget() {
        EngineRun run = EngineRun.with("across.speedup.suite-budget", "1 ms").run(TwiceTestCase.class);

        assertThat(run.test("at least 1.5x SEQUENTIAL").status()).isEqualTo(Node.Status.ABORTED);
        assertThat(run.test("0.7 of ideal over SEQUENTIAL").message())
                .contains("not measured", "raise across.speedup.suite-budget");
    }

    @Test
    @DisplayName("says so where it had only what the expectations before it have left of that time")
    void restOfSuiteBudget() {
        EngineRun run = EngineRun.with("across.speedup.suite-budget", "100 ms").run(TwiceTestCase.class);

        assertThat(run.test("at least 1.5x SEQUENTIAL").message())
                .contains("Its budget was what the expectations before it had left of across.speedup.suite-budget.");
    }

    @Test
    @DisplayName("that fails uses up that time, too")
    void failureSpends() {
        EngineRun run = EngineRun.with("across.speedup.suite-budget", "1 ms").run(FailingTwiceTestCase.class);

        assertThat(run.test("at least 1.5x SEQUENTIAL").status()).isEqualTo(Node.Status.FAILED);
        assertThat(run.test("0.7 of ideal over SEQUENTIAL").message()).contains("not measured");
    }

    static class FailingTwiceTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 1.5)
        @ExpectSpeedup(of = FIXED_POOL, ofIdeal = 0.7)
        void fails() {
            waitABit();
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    @DisplayName("of an injected executor gives each side its own")
    void injected() {
        EngineRun run = EngineRun.of(InjectedTestCase.class);

        judged(run.test("FORK_JOIN at least 2x SEQUENTIAL"));
        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).contains("main", "fork-join");
    }

    static class InjectedTestCase {
        @AcrossExecutors(value = SEQUENTIAL, workers = 8)
        @ExpectSpeedup(of = FORK_JOIN, atLeast = 2)
        void fansOut(ExecutorService executor) {
            IntStream.range(0, 8)
                    .forEach(i -> executor.execute(() -> {
                        Journal.write(Thread.currentThread().getName().startsWith("fork-join") ? "fork-join" : "main");
                        waitABit();
                    }));
        }
    }

    @Test
    @DisplayName("calls the methods around each round, fails with what a task throws, and ends its measurement there")
    void failingBody() {
        EngineRun run = EngineRun.of(FailingTestCase.class);

        Node expectation = run.failed();
        assertThat(expectation.failure()).isInstanceOf(MultipleFailuresError.class);
        assertThat(expectation.message()).contains("FIXED_POOL at least 2x SEQUENTIAL", "no page");
        assertThat(run.journal())
                .endsWith("before", "SEQUENTIAL", "SEQUENTIAL", "after", "before", "FIXED_POOL", "after");
    }

    static class FailingTestCase {
        @BeforeRound
        void before() {
            Journal.write("before");
        }

        @AfterRound
        void after() {
            Journal.write("after");
        }

        @AcrossExecutors(value = SEQUENTIAL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2)
        void fetches(Task task) {
            if (task.model().equals("FIXED_POOL") && task.index() == 0) {
                Journal.write(task.model());
                throw new AssertionError("no page");
            }
            if (task.model().equals("SEQUENTIAL")) {
                Journal.write(task.model());
            }
        }
    }
}
