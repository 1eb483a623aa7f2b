package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A body with an executor parameter")
class InjectedTests {

    @Test
    @DisplayName("runs on JUnit's thread and its subtasks on the model's workers, under every model")
    void runsOnJUnitsThread() {
        EngineRun run = EngineRun.of(FanOutTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .contains("fixed-pool-1 body", "fork-join-1 body", "platform-threads-1 body", "event-loop-1 body")
                .contains(Thread.currentThread().getName());
    }

    static class FanOutTestCase {
        private final Thread junit = Thread.currentThread();

        @AcrossExecutors(workers = 1)
        void body(ExecutorService executor) throws Exception {
            assertThat(Thread.currentThread()).isSameAs(junit);
            Callable<String> subtask = () -> Thread.currentThread().getName();
            for (Future<String> name : executor.invokeAll(List.of(subtask, subtask))) {
                Journal.write(name.get());
            }
        }
    }

    @Test
    @DisplayName("gets an Executor where it asks for no more, and one that still serves after a round that closed it")
    void getsAnExecutor() {
        EngineRun run = EngineRun.of(TwoRoundsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly(1, 2);
        assertThat(run.report().at("/tests/0/meaning").asText()).isEqualTo("injected");
        assertThat(run.report().at("/tests/0/rounds")).hasSize(2);
    }

    static class TwoRoundsTestCase {
        @AcrossExecutors(value = FIXED_POOL, rounds = 2)
        void body(Executor executor, Task task) throws InterruptedException {
            CountDownLatch ran = new CountDownLatch(1);
            executor.execute(ran::countDown);
            assertThat(ran.await(5, TimeUnit.SECONDS)).isTrue();
            ((ExecutorService) executor).shutdown();
            Journal.write(task.round());
        }
    }

    @Test
    @DisplayName("is refused where the annotation asks for more tasks than one")
    void isRefusedWithTasks() {
        assertThat(EngineRun.of(TasksTestCase.class).failed().message())
                .isEqualTo(
                        "@AcrossExecutors: tasks must be 1, not 4, where the body fans out itself: body() declares an"
                                + " executor parameter.");
    }

    static class TasksTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 4)
        void body(ExecutorService executor) {
            Journal.write(executor);
        }
    }

    @Test
    @DisplayName("keeps its one task where a configuration parameter gives other bodies more")
    void keepsItsOneTask() {
        EngineRun run = EngineRun.with("across.tasks", "4").run(NoTasksTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.report().at("/tests/0/tasks").asInt()).isEqualTo(1);
    }

    static class NoTasksTestCase {
        @AcrossExecutors(SEQUENTIAL)
        void body(ExecutorService executor) {
            executor.execute(() -> {});
        }
    }

    @Test
    @DisplayName("fails with what a submitted subtask threw, if nobody asked its future")
    void failsWithWhatNobodyAskedFor() {
        EngineRun run = EngineRun.of(UnaskedTestCase.class);

        assertThat(run.failures()).hasSize(2).extracting(Node::failure).hasOnlyElementsOfType(AssertionError.class);
    }

    static class UnaskedTestCase {
        @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
        @SuppressWarnings("FutureReturnValueIgnored") // a user's mistake
        void sums(ExecutorService executor) {
            executor.submit(() -> assertThat(1).isEqualTo(2));
        }
    }
}
