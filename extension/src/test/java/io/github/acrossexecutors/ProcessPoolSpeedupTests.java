package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A speedup expected of PROCESS_POOL")
class ProcessPoolSpeedupTests {

    @BeforeAll
    static void openJournal() {
        SharedJournal.open();
    }

    @Test
    @DisplayName("is measured with the life-cycle open in the workers, and met by tasks that wait")
    void isMet() {
        EngineRun run = EngineRun.of(WaitsTestCase.class);

        Node expectation = run.test("PROCESS_POOL at least 1.5x SEQUENTIAL");
        assertThat(SharedJournal.ofWorkers(WaitsTestCase.class)).containsExactly("before each", "before each");
        assumeTrue(expectation.status() != Node.Status.ABORTED, expectation::message);
        assertThat(expectation.status()).isEqualTo(Node.Status.PASSED);
        assertThat(run.report().at("/speedups/0/verdict").asText()).isEqualTo("met");
    }

    static class WaitsTestCase {
        @BeforeEach
        void beforeEach() {
            SharedJournal.write(this, "before each");
        }

        @AcrossExecutors(value = SEQUENTIAL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = PROCESS_POOL, atLeast = 1.5)
        void waits() {
            long end = System.nanoTime() + 30_000_000;
            for (long left = 30_000_000; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    @Test
    @DisplayName("fails with what fails in a worker before the body")
    void failsWithTheLifeCycle() {
        assertThat(EngineRun.of(FailingTestCase.class)
                        .test("PROCESS_POOL at least 1.5x SEQUENTIAL")
                        .message())
                .contains("not in a worker", "(and 1 more alike)");
    }

    static class FailingTestCase {
        @BeforeEach
        void beforeEach() {
            assertThat(io.github.acrossexecutors.process.ProcessWorker.current())
                    .as("not in a worker")
                    .isEqualTo(Optional.empty());
        }

        @AcrossExecutors(value = SEQUENTIAL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = PROCESS_POOL, atLeast = 1.5)
        void body() {}
    }

    @Test
    @DisplayName("beyond the number of tasks and workers is refused before anything is measured")
    void refusesTheImpossible() {
        assertThat(EngineRun.of(ImpossibleTestCase.class).failed().message())
                .contains(
                        "PROCESS_POOL at least 3x SEQUENTIAL cannot be met on any machine: 4 tasks on 2 workers gain at"
                                + " most 2x.");
    }

    static class ImpossibleTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 4, workers = 2)
        @ExpectSpeedup(of = PROCESS_POOL, atLeast = 3)
        void body() {}
    }
}
