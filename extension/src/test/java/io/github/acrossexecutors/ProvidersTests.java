package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@DisplayName("A team's own executor")
class ProvidersTests {

    @Test
    @DisplayName("is a model of its own, named after its provider, started and stopped once per test")
    void isAModel() {
        EngineRun run = EngineRun.of(OwnPoolTestCase.class);

        assertThat(run.tests())
                .extracting(Node::name)
                .containsExactly("first() under OwnPool", "second() under OwnPool");
        assertThat(run.journal())
                .containsExactly(
                        "start first",
                        "body on ownpool-1 first",
                        "stop",
                        "start second",
                        "body on ownpool-1 second",
                        "stop");
        assertThat(run.report().at("/tests/0/model").asText()).isEqualTo("OwnPool");
        assertThat(run.report().at("/tests/0/workers").asInt()).isEqualTo(3);
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class OwnPoolTestCase {
        @AcrossExecutors(executors = OwnPool.class, workers = 3)
        void first() {
            Journal.writeThread("body");
        }

        @AcrossExecutors(executors = OwnPool.class)
        void second() {
            Journal.writeThread("body");
        }
    }

    static class OwnPool implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            Journal.write("start " + settings.test());
            return Executors.newFixedThreadPool(settings.workers());
        }

        @Override
        public OptionalInt workers(ProviderSettings settings) {
            return OptionalInt.of(settings.workers());
        }

        @Override
        public void stop(Executor executor, Duration limit) throws InterruptedException {
            ExecutorProvider.super.stop(executor, limit);
            assertThat(((ExecutorService) executor).isTerminated()).isTrue();
            Journal.write("stop");
        }
    }

    @Test
    @DisplayName("may run its tasks on the caller, and need not know how many it runs at once")
    void mayRunOnTheCaller() {
        EngineRun run = EngineRun.of(CallerRunsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .containsOnly("body on " + Thread.currentThread().getName())
                .hasSize(4);
        assertThat(run.report().at("/tests/0/workers").isNull()).isTrue();
    }

    static class CallerRunsTestCase {
        @AcrossExecutors(executors = CallerRuns.class, tasks = 3)
        void copies() {
            Journal.writeThread("body");
        }

        @AcrossExecutors(executors = CallerRuns.class)
        void once() {
            Journal.writeThread("body");
        }
    }

    static class CallerRuns implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            return Runnable::run;
        }
    }

    @Test
    @DisplayName(
            "stands beside the built-in models where the annotation names both, and is not narrowed by across.models")
    void standsBesideBuiltInModels() {
        EngineRun run = EngineRun.with("across.models", "SEQUENTIAL").run(BesideTestCase.class);

        assertThat(run.tests())
                .extracting(Node::name)
                .containsExactly("body() under SEQUENTIAL", "body() under CallerRuns");
    }

    static class BesideTestCase {
        @AcrossExecutors(
                value = {ExecutionModel.SEQUENTIAL, ExecutionModel.FIXED_POOL},
                executors = CallerRuns.class)
        void body() {}
    }
}
