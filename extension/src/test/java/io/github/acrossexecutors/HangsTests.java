package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.PLATFORM_THREADS;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.ExecutionModel.VIRTUAL_THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@DisplayName("A body that hangs")
class HangsTests {

    private static final String HALF_A_SECOND = "500 ms";

    @Test
    @DisplayName("fails at the deadline with the place where each thread stands, and is interrupted")
    void failsAtTheDeadline() {
        EngineRun run = EngineRun.with("across.timeout", HALF_A_SECOND).run(WaitingTestCase.class);

        assertThat(run.test("FIXED_POOL").failure()).isInstanceOf(TimeoutException.class);
        assertThat(run.test("FIXED_POOL").message())
                .startsWith("the task did not end within 500 ms under FIXED_POOL.")
                .contains("fixed-pool-1 body is WAITING at ", "WaitingTestCase.body(HangsTests.java:");
        assertThat(run.journal()).containsOnly("interrupted", "after").hasSize(4);
    }

    @Test
    @DisplayName("under SEQUENTIAL is told of at once, on standard error, and interrupted")
    void isToldOfAtOnce() {
        EngineRun run = EngineRun.with("across.timeout", HALF_A_SECOND).run(WaitingTestCase.class);

        assertThat(run.errors()).contains("the task did not end within 500 ms under SEQUENTIAL.");
        assertThat(run.test("SEQUENTIAL").failure()).isInstanceOf(TimeoutException.class);
    }

    static class WaitingTestCase {
        @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
        void body() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Journal.write("interrupted");
            }
        }

        @AfterEach
        void after() {
            Journal.write("after");
        }
    }

    @Test
    @DisplayName("in a life-cycle method is ended in the same way")
    void lifecycleMethodHangs() {
        EngineRun run = EngineRun.with("across.timeout", HALF_A_SECOND).run(HangingSetUpTestCase.class);

        assertThat(run.failed().message())
                .contains("did not end within 500 ms under FIXED_POOL")
                .contains("HangingSetUpTestCase.setUp(HangsTests.java:");
        assertThat(run.journal()).isEmpty();
    }

    static class HangingSetUpTestCase {
        @BeforeEach
        void setUp() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @AcrossExecutors(FIXED_POOL)
        void body() {
            Journal.write("body");
        }
    }

    @Test
    @DisplayName("in some of many tasks says how many, and keeps the errors of the others")
    void someOfManyHang() {
        Node node = EngineRun.of(SomeHangTestCase.class).failed();

        assertThat(node.message())
                .contains("1 of 3 tasks did not end within 1 s under FIXED_POOL")
                .contains("task 0 on fixed-pool-", "broken");
    }

    static class SomeHangTestCase {
        @AcrossExecutors(value = FIXED_POOL, tasks = 3, workers = 3, timeout = 1)
        void body(Task task) throws InterruptedException {
            if (task.index() == 0) {
                throw new IllegalStateException("broken");
            }
            if (task.index() == 1) {
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    @DisplayName("in a deadlock is told the cycle and its locks; who survives the interrupt is named, and in the notes")
    void isToldTheDeadlock() {
        EngineRun run = EngineRun.with("across.timeout", HALF_A_SECOND).run(PlatformDeadlockTestCase.class);

        assertThat(run.failed().message())
                .contains("2 of 2 tasks did not end within 500 ms under PLATFORM_THREADS")
                .containsPattern("Deadlock: platform-threads-\\d deadlocks waits for \\S+ held by platform-threads-\\d")
                .containsPattern(
                        "An interrupt did not end platform-threads-\\d deadlocks, platform-threads-\\d deadlocks");
        assertThat(run.console()).contains("Left behind, because an interrupt did not end it: platform-threads-1");
    }

    static class PlatformDeadlockTestCase extends Deadlocking {
        @AcrossExecutors(value = PLATFORM_THREADS, tasks = 2, workers = 2)
        void deadlocks(Task task) throws Exception {
            lockBoth(task.index() == 0);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    @DisplayName("in a deadlock of virtual threads is told the cycle too, from JDK 25 on")
    void isToldTheVirtualDeadlock() {
        EngineRun run = EngineRun.with("across.timeout", HALF_A_SECOND).run(VirtualDeadlockTestCase.class);

        assertThat(run.failed().message())
                .containsPattern("Deadlock: virtual-threads-\\d deadlocks waits for \\S+ held by virtual-threads-\\d");
    }

    static class VirtualDeadlockTestCase extends Deadlocking {
        @AcrossExecutors(value = VIRTUAL_THREADS, tasks = 2, workers = 2)
        void deadlocks(Task task) throws Exception {
            lockBoth(task.index() == 0);
        }
    }

    /** Two tasks that take two monitors in opposite order; they stay as daemons that use no CPU. */
    static class Deadlocking {
        private final Object left = new Object();
        private final Object right = new Object();
        private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        final void lockBoth(boolean leftFirst) throws Exception {
            Object first = leftFirst ? left : right;
            Object second = leftFirst ? right : left;
            synchronized (first) {
                bothHoldOne.await(5, TimeUnit.SECONDS);
                synchronized (second) {
                    Journal.write("no deadlock");
                }
            }
        }
    }

    @Test
    @DisplayName("on subtasks of its executor is ended with them")
    void hangsOnSubtasks() {
        EngineRun run = EngineRun.with("across.timeout", HALF_A_SECOND).run(HangingSubtaskTestCase.class);

        assertThat(run.failed().message())
                .contains("did not end within 500 ms under FIXED_POOL")
                .contains("fixed-pool-1 body is WAITING");
    }

    static class HangingSubtaskTestCase {
        @AcrossExecutors(FIXED_POOL)
        void body(ExecutorService executor) throws Exception {
            executor.submit(() -> {
                        new CountDownLatch(1).await();
                        return "never";
                    })
                    .get();
        }
    }

    @Test
    @DisplayName("under JUnit's @Timeout, which interrupts JUnit's thread, is interrupted on its worker")
    void timeoutIsForwarded() {
        EngineRun run = EngineRun.of(JUnitTimeoutTestCase.class);

        assertThat(run.tests())
                .hasSize(3)
                .allSatisfy(node -> assertThat(node.failure()).isInstanceOf(TimeoutException.class));
        assertThat(run.journal())
                .containsExactlyInAnyOrder(
                        "once interrupted", "copies interrupted", "copies interrupted", "injected interrupted");
    }

    static class JUnitTimeoutTestCase {
        @AcrossExecutors(FIXED_POOL)
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
        void once() {
            hang("once");
        }

        @AcrossExecutors(value = FIXED_POOL, tasks = 2, workers = 2)
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
        void copies() {
            hang("copies");
        }

        @AcrossExecutors(FIXED_POOL)
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
        void injected(ExecutorService executor) {
            executor.execute(() -> hang("injected"));
        }

        private static void hang(String what) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Journal.write(what + " interrupted");
            }
        }
    }

    @Test
    @DisplayName("under JUnit's @Timeout, and passes the interrupt on as its thread's flag, is the last to run there")
    void flagEndsTheRound() {
        EngineRun run = EngineRun.of(RestoredFlagTestCase.class);

        assertThat(run.tests())
                .hasSize(3)
                .allSatisfy(node -> assertThat(node.failure()).isInstanceOf(TimeoutException.class));
        assertThat(run.journal()).containsExactlyInAnyOrder("copies", "rounds", "subtask", "interrupted subtask");
    }

    static class RestoredFlagTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 3)
        @Timeout(value = 100, unit = TimeUnit.MILLISECONDS)
        void copies() {
            Journal.write("copies");
            pause();
        }

        @AcrossExecutors(value = SEQUENTIAL, rounds = 3)
        @Timeout(value = 100, unit = TimeUnit.MILLISECONDS)
        void rounds(ExecutorService executor) {
            Journal.write("rounds");
            executor.execute(() -> {});
            pause();
        }

        @AcrossExecutors(SEQUENTIAL)
        @Timeout(value = 100, unit = TimeUnit.MILLISECONDS)
        void subtasks(ExecutorService executor) {
            executor.execute(() -> {
                Journal.write("subtask");
                pause();
            });
            executor.execute(() ->
                    Journal.write((Thread.currentThread().isInterrupted() ? "interrupted" : "unharmed") + " subtask"));
        }

        /** As much as any sleeping code does with an interrupt it cannot throw. */
        private static void pause() {
            try {
                new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @DisplayName("under JUnit's @Timeout in a thread of its own works as well")
    void timeoutInSeparateThread() {
        EngineRun run = EngineRun.of(SeparateThreadTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly("body on fixed-pool-1 body");
    }

    static class SeparateThreadTestCase {
        @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
        @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void body(Task task) {
            if (task.model().equals("FIXED_POOL")) {
                Journal.writeThread("body");
            }
        }
    }
}
