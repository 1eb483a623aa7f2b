package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.MultipleFailuresError;

@DisplayName("A thread that a body starts")
class BodyThreadsTests {

    @Test
    @DisplayName("and that throws fails the test, with the thread's name and its error")
    void failsTheTest() {
        EngineRun run = EngineRun.of(JoinedTestCase.class);

        assertThat(run.tests())
                .hasSize(2)
                .allSatisfy(node -> assertThat(node.message())
                        .isEqualTo("the thread checker, which the body had started, died of"
                                + " java.lang.IllegalStateException: wrong price"));
        assertThat(run.report().findValuesAsText("status")).containsExactly("failed", "failed");
        assertThat(run.errors()).doesNotContain("wrong price");
    }

    static class JoinedTestCase {
        @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
        void body() throws InterruptedException {
            Thread thread = new Thread(BodyThreadsTests::wrongPrice, "checker");
            thread.start();
            thread.join();
        }
    }

    private static void wrongPrice() {
        throw new IllegalStateException("wrong price");
    }

    @Test
    @DisplayName("and that throws before its test has ended fails it, though nobody joined it")
    void failsTheTestUnjoined() {
        EngineRun run = EngineRun.of(NotJoinedTestCase.class);

        assertThat(run.failed().message()).contains("the thread checker", "wrong price");
        assertThat(run.report().at("/tests/0/status").asText()).isEqualTo("failed");
    }

    static class NotJoinedTestCase {
        private final CountDownLatch bodyHasReturned = new CountDownLatch(1);
        private @Nullable Thread thread;

        @AcrossExecutors(FIXED_POOL)
        void body() {
            thread = new Thread(this::diesLate, "checker");
            thread.start();
        }

        private void diesLate() {
            await().until(() -> bodyHasReturned.getCount() == 0);
            wrongPrice();
        }

        @AfterEach
        void letItDie() {
            bodyHasReturned.countDown();
            await().until(() -> thread != null && !thread.isAlive());
        }
    }

    @Test
    @DisplayName("and that throws is reported beside what the body throws, and told with the model among many tasks")
    void isReportedBeside() {
        EngineRun run = EngineRun.of(BesideTestCase.class);

        assertThat(run.test("once() under FIXED_POOL").failure()).isInstanceOf(MultipleFailuresError.class);
        assertThat(run.test("once() under FIXED_POOL").message()).contains("wrong price", "the body");
        assertThat(run.test("copies() under FIXED_POOL").message())
                .contains("copies under FIXED_POOL")
                .contains("a thread of the body on checker in round ");
    }

    static class BesideTestCase {
        @AcrossExecutors(FIXED_POOL)
        void once() throws InterruptedException {
            copies();
            throw new IllegalStateException("the body");
        }

        @AcrossExecutors(value = FIXED_POOL, rounds = 2)
        void copies() throws InterruptedException {
            Thread thread = new Thread(BodyThreadsTests::wrongPrice, "checker");
            thread.start();
            thread.join();
        }
    }

    @Test
    @DisplayName("and that outlives it is named in the notes, of the console and of the report")
    void isNamedInTheNotes() {
        EngineRun run = EngineRun.of(LeakingTestCase.class);
        LeakingTestCase.END.countDown();

        assertThat(run.failures()).isEmpty();
        assertThat(run.console()).contains("FIXED_POOL: Started while the body ran and still alive: leak");
        assertThat(run.report().at("/tests/0/notes/0").asText()).contains("leak");
        assertThat(run.test("FIXED_POOL").entries().get("across.note.1")).contains("leak");
    }

    static class LeakingTestCase {
        private static final CountDownLatch END = new CountDownLatch(1);

        @AcrossExecutors(FIXED_POOL)
        void body() {
            new Thread(LeakingTestCase::live, "leak").start();
        }

        private static void live() {
            try {
                END.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Journal.write("the leak was interrupted");
            }
        }
    }

    @Test
    @DisplayName(
            "is one thing; a worker that it leaves interrupted another: the flag is cleared, and counted in the notes")
    void leavesItsWorkerInterrupted() {
        EngineRun run = EngineRun.of(InterruptedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly(false, false);
        assertThat(run.console()).contains("Tasks that left their worker interrupted: 2. The flag was cleared.");
    }

    static class InterruptedTestCase {
        @AcrossExecutors(value = FIXED_POOL, tasks = 2, workers = 1)
        void body() {
            Journal.write(Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt();
        }
    }
}
