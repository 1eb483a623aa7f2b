package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

@DisplayName("A body that hangs under PROCESS_POOL")
class ProcessPoolHangsTests {

    @BeforeAll
    static void openJournal() {
        SharedJournal.open();
    }

    @Test
    @DisplayName(
            "is told with the place where its worker's thread stands, is interrupted, and its AfterEach still runs there")
    void isDiagnosedInItsWorker() {
        EngineRun run = EngineRun.of(WaitingTestCase.class);

        assertThat(run.failed().message())
                .contains("1 of 2 tasks did not end within 2 s under PROCESS_POOL.\n")
                .containsPattern("process-pool-\\d+ body is WAITING at ")
                .contains("WaitingTestCase.body(ProcessPoolHangsTests.java:");
        assertThat(SharedJournal.ofWorkers(WaitingTestCase.class))
                .containsOnlyOnce("interrupted")
                .contains("after each");
    }

    static class WaitingTestCase {
        @AcrossExecutors(value = PROCESS_POOL, tasks = 2, workers = 2, timeout = 2)
        void body(Task task) {
            if (task.index() == 1) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    SharedJournal.write(this, "interrupted");
                }
            }
        }

        @AfterEach
        void afterEach() {
            SharedJournal.write(this, "after each");
        }
    }

    @Test
    @DisplayName("and ignores the interrupt is ended with its process; the tasks behind it never begin")
    void isEndedWithItsProcess() {
        EngineRun run = EngineRun.of(StuckTestCase.class);

        assertThat(run.failed().message())
                .contains(
                        "1 of 2 tasks did not end and 1 more never began within 500 ms under PROCESS_POOL.",
                        "StuckTestCase.body(ProcessPoolHangsTests.java:",
                        " was ended.");
        List<SharedJournal.Entry> begun = SharedJournal.of(StuckTestCase.class);
        assertThat(begun).hasSize(1);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> ProcessHandle.of(begun.get(0).pid())
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }

    static class StuckTestCase {
        @AcrossExecutors(
                value = PROCESS_POOL,
                tasks = 2,
                workers = 1,
                timeout = 500,
                timeoutUnit = TimeUnit.MILLISECONDS)
        @SuppressWarnings("InfiniteRecursion")
        void body() {
            SharedJournal.write(this, "begun");
            while (true) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    @DisplayName("under JUnit's @Timeout is ended with its process")
    void endsWithJUnitsTimeout() {
        EngineRun run = EngineRun.of(JUnitTimeoutTestCase.class);

        assertThat(run.failed().failure()).isInstanceOf(TimeoutException.class);
        List<SharedJournal.Entry> begun = SharedJournal.of(JUnitTimeoutTestCase.class);
        assertThat(begun).hasSize(1);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> ProcessHandle.of(begun.get(0).pid())
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }

    /** Its first test leaves a worker JVM behind, so that the second one's time is not spent on starting it. */
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class JUnitTimeoutTestCase {
        @AcrossExecutors(PROCESS_POOL)
        void aboutNothing() {}

        @AcrossExecutors(PROCESS_POOL)
        @Timeout(5)
        void body() throws InterruptedException {
            SharedJournal.write(this, "begun");
            new CountDownLatch(1).await();
        }
    }
}
