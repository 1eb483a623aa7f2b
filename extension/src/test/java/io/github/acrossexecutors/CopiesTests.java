package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.FORK_JOIN;
import static io.github.acrossexecutors.ExecutionModel.PLATFORM_THREADS;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A body in copies")
class CopiesTests {

    @Test
    @DisplayName("runs as many tasks per round as asked for, told apart by their Task")
    void runsEveryTask() {
        EngineRun run = EngineRun.of(ThreeTasksTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .containsExactlyInAnyOrder(
                        new Task(0, 1, true, "SEQUENTIAL"),
                        new Task(1, 1, true, "SEQUENTIAL"),
                        new Task(2, 1, true, "SEQUENTIAL"),
                        new Task(0, 2, false, "SEQUENTIAL"),
                        new Task(1, 2, false, "SEQUENTIAL"),
                        new Task(2, 2, false, "SEQUENTIAL"),
                        new Task(0, 1, true, "FIXED_POOL"),
                        new Task(1, 1, true, "FIXED_POOL"),
                        new Task(2, 1, true, "FIXED_POOL"),
                        new Task(0, 2, false, "FIXED_POOL"),
                        new Task(1, 2, false, "FIXED_POOL"),
                        new Task(2, 2, false, "FIXED_POOL"));
    }

    static class ThreeTasksTestCase {
        @AcrossExecutors(
                value = {SEQUENTIAL, FIXED_POOL},
                tasks = 3,
                warmups = 1)
        void body(TestInfo info, Task task) {
            assertThat(info.getDisplayName()).isEqualTo("body(TestInfo, Task) under " + task.model());
            Journal.write(task);
        }
    }

    @Test
    @DisplayName("start together, as many as there are workers")
    void startTogether() {
        EngineRun run = EngineRun.of(RendezvousTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).hasSize(3);
    }

    static class RendezvousTestCase {
        private final CyclicBarrier all = new CyclicBarrier(4);

        @AcrossExecutors(
                value = {PLATFORM_THREADS, FIXED_POOL, FORK_JOIN},
                tasks = 4,
                workers = 4)
        void body() throws Exception {
            all.await(5, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisplayName("are seen once by interceptors of others, the first one only")
    void areInterceptedOnce() {
        EngineRun run = EngineRun.of(InterceptedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .containsExactlyInAnyOrder("intercepted", "body", "body", "body", "body", "body", "body");
    }

    static class InterceptedTestCase {
        @AcrossExecutors(value = FIXED_POOL, tasks = 3, rounds = 2)
        @ExtendWith(OnceTests.OtherInterceptor.class)
        void body() {
            Journal.write("body");
        }
    }

    @Test
    @DisplayName("share one instance and one @BeforeEach, which stays on JUnit's thread")
    void shareOneInstance() {
        EngineRun run = EngineRun.of(SharedInstanceTestCase.class);
        String junit = Thread.currentThread().getName();

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly("before on " + junit, "after on " + junit + ", 4 copies");
    }

    static class SharedInstanceTestCase {
        private final AtomicInteger copies = new AtomicInteger();

        @BeforeEach
        void before() {
            Journal.writeThread("before");
        }

        @AcrossExecutors(value = FIXED_POOL, tasks = 2, rounds = 2)
        void body() {
            copies.incrementAndGet();
        }

        @AfterEach
        void after() {
            Journal.write("after on " + Thread.currentThread().getName() + ", " + copies + " copies");
        }
    }

    @Test
    @DisplayName("say so where all models share one instance too")
    void saySoUnderPerClass() {
        assertThat(EngineRun.of(PerClassTestCase.class).console())
                .contains("SEQUENTIAL: Lifecycle.PER_CLASS: all models share one test instance")
                .containsOnlyOnce("PER_CLASS");
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 2)
        void copies() {}

        @AcrossExecutors(SEQUENTIAL)
        void once() {}
    }
}
