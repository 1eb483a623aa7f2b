package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.process.SerializableCallable;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A team's own executor in other JVMs")
class ProvidersElsewhereTests {

    @BeforeAll
    static void openJournal() {
        SharedJournal.open();
    }

    @Test
    @DisplayName("executes the body's whole life-cycle in each of them, and the tasks' spans name their processes")
    void executesTheLifeCycle() {
        EngineRun run = EngineRun.of(ChildrenTestCase.class);

        assertThat(run.failures()).isEmpty();
        List<String> there = SharedJournal.ofWorkers(ChildrenTestCase.class);
        assertThat(there.stream().filter("before each"::equals)).hasSize(2);
        assertThat(there.stream().filter("after each"::equals)).hasSize(2);
        assertThat(there).contains("task 0", "task 1", "task 2");
        assertThat(SharedJournal.ofThisJvm(ChildrenTestCase.class)).containsExactly("before each", "after each");
        assertThat(run.report().at("/tests/0/rounds/0/spans").findValuesAsText("worker"))
                .hasSize(3)
                .allMatch(worker -> worker.matches("children-\\d+ body"));
    }

    static class ChildrenTestCase {
        @BeforeEach
        void beforeEach() {
            SharedJournal.write(this, "before each");
        }

        @AcrossExecutors(executors = Children.class, tasks = 3, workers = 2)
        void body(Task task) {
            SharedJournal.write(this, "task " + task.index());
        }

        @AfterEach
        void afterEach() {
            SharedJournal.write(this, "after each");
        }
    }

    static class Children implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            return ProcessPool.builder().workers(settings.workers()).build();
        }

        @Override
        public OptionalInt workers(ProviderSettings settings) {
            return OptionalInt.of(settings.workers());
        }

        @Override
        public Placement placement() {
            return Placement.OTHER_JVMS;
        }

        @Override
        public <T> Collection<? extends Future<T>> broadcast(Executor executor, SerializableCallable<T> task) {
            return ((ProcessPool) executor).broadcast(task);
        }
    }

    @Test
    @DisplayName("opens the life-cycle with the first task of a JVM that has not been asked to open it")
    void opensLazily() {
        EngineRun run = EngineRun.of(LazyTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(SharedJournal.ofWorkers(LazyTestCase.class)).containsExactly("before each", "task 0", "task 1");
    }

    static class LazyTestCase {
        @BeforeEach
        void beforeEach() {
            SharedJournal.write(this, "before each");
        }

        @AcrossExecutors(executors = Lazy.class, tasks = 2, workers = 1)
        void body(Task task) {
            SharedJournal.write(this, "task " + task.index());
        }
    }

    static class Lazy extends Children {
        @Override
        public <T> Collection<? extends Future<T>> broadcast(Executor executor, SerializableCallable<T> task) {
            return List.of();
        }
    }

    @Test
    @DisplayName("must not execute tasks in the JVM that sends them")
    void mustBeElsewhere() {
        EngineRun run = EngineRun.of(HereTestCase.class);

        assertThat(run.failed().message())
                .contains("A task that was sent to other JVMs has come back to the one that sent it: an executor whose"
                        + " placement is OTHER_JVMS must not execute it here.");
        assertThat(run.journal()).isEmpty();
    }

    static class HereTestCase {
        @AcrossExecutors(executors = Here.class, tasks = 2)
        void body() {
            Journal.write("body");
        }
    }

    static class Here extends Children {
        @Override
        public Executor start(ProviderSettings settings) {
            return Executors.newFixedThreadPool(settings.workers(), settings.threadFactory());
        }

        @Override
        public <T> Collection<? extends Future<T>> broadcast(Executor executor, SerializableCallable<T> task) {
            return List.of();
        }
    }

    @Test
    @DisplayName("must be an ExecutorService that can broadcast, and cannot be handed to a body")
    void mustTakeRequests() {
        EngineRun run = EngineRun.of(RefusedTestCase.class);

        assertThat(run.test("noService() under NoService").message())
                .isEqualTo("@AcrossExecutors(executors = NoService.class): start() must return an ExecutorService where"
                        + " placement() is OTHER_JVMS: results come back through its futures.");
        assertThat(run.test("noBroadcast() under NoBroadcast").message())
                .startsWith("@AcrossExecutors(executors = NoBroadcast.class): broadcast() failed: ")
                .endsWith("a provider whose placement() is OTHER_JVMS has to override broadcast()");
        assertThat(run.test("injected(ExecutorService) under Children").message())
                .contains("a lambda typed as Callable or Runnable cannot travel there. Leave the parameter out");
    }

    static class RefusedTestCase {
        @AcrossExecutors(executors = NoService.class)
        void noService() {}

        @AcrossExecutors(executors = NoBroadcast.class)
        void noBroadcast() {}

        @AcrossExecutors(executors = Children.class)
        void injected(ExecutorService executor) {
            Journal.write(executor);
        }
    }

    static class NoService implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            return Runnable::run;
        }

        @Override
        public Placement placement() {
            return Placement.OTHER_JVMS;
        }
    }

    static class NoBroadcast implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            return Executors.newFixedThreadPool(1, settings.threadFactory());
        }

        @Override
        public Placement placement() {
            return Placement.OTHER_JVMS;
        }
    }
}
