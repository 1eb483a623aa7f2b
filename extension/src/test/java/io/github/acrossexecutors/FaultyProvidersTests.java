package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.ProvidersTests.CallerRuns;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

@DisplayName("A team's own executor that goes wrong:")
class FaultyProvidersTests {

    private static void assertRefused(Class<?> testCase, String sentence) {
        EngineRun run = EngineRun.of(testCase);

        assertThat(run.failed().failure()).isInstanceOf(ExtensionConfigurationException.class);
        assertThat(run.failed().message()).isEqualTo(sentence);
    }

    @Test
    @DisplayName("a provider that throws fails the test, naming provider and method")
    void providerThrows() {
        assertRefused(
                ThrowsTestCase.class,
                "@AcrossExecutors(executors = Throws.class): start() failed: java.io.IOException: no licence");
        assertRefused(
                ThrowsInWorkersTestCase.class,
                "@AcrossExecutors(executors = ThrowsInWorkers.class): workers() failed: java.lang.IllegalStateException:"
                        + " who knows");
        assertRefused(
                ThrowsInNameTestCase.class,
                "@AcrossExecutors(executors = ThrowsInName.class): name() failed: java.lang.IllegalStateException:"
                        + " no name");
        assertRefused(
                ThrowsInStopTestCase.class,
                "@AcrossExecutors(executors = ThrowsInStop.class): stop() failed: java.lang.IllegalStateException:"
                        + " still busy");
    }

    static class ThrowsTestCase {
        @AcrossExecutors(executors = Throws.class)
        void body() {}
    }

    static class Throws implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) throws IOException {
            throw new IOException("no licence");
        }
    }

    static class ThrowsInWorkersTestCase {
        @AcrossExecutors(executors = ThrowsInWorkers.class)
        void body() {}
    }

    static class ThrowsInWorkers extends CallerRuns {
        @Override
        public OptionalInt workers(ProviderSettings settings) {
            throw new IllegalStateException("who knows");
        }
    }

    static class ThrowsInNameTestCase {
        @AcrossExecutors(executors = ThrowsInName.class)
        void body() {}
    }

    static class ThrowsInName extends CallerRuns {
        @Override
        public String name() {
            throw new IllegalStateException("no name");
        }
    }

    static class ThrowsInStopTestCase {
        @AcrossExecutors(executors = ThrowsInStop.class)
        void body() {}
    }

    static class ThrowsInStop extends CallerRuns {
        @Override
        public void stop(Executor executor, Duration limit) {
            throw new IllegalStateException("still busy");
        }
    }

    @Test
    @DisplayName("a provider that has no answer, or a wrong one, fails the test with a sentence")
    void providerHasNoAnswer() {
        assertRefused(NullTestCase.class, "@AcrossExecutors(executors = Null.class): start() returned null.");
        assertRefused(
                NamelessTestCase.class, "@AcrossExecutors(executors = Nameless.class): name() returned a blank name.");
        assertRefused(
                NoWorkersTestCase.class,
                "@AcrossExecutors(executors = NoWorkers.class): workers() must be at least 1 or empty, not 0.");
        assertThat(EngineRun.of(NoConstructorTestCase.class).failed().message())
                .startsWith("@AcrossExecutors(executors = NoConstructor.class): no instance could be made through a"
                        + " constructor without parameters: ");
    }

    static class NullTestCase {
        @AcrossExecutors(executors = Null.class)
        void body() {}
    }

    static class Null implements ExecutorProvider {
        @Override
        @SuppressWarnings("NullAway") // what a provider that knows no JSpecify may do
        public Executor start(ProviderSettings settings) {
            return null;
        }
    }

    static class NamelessTestCase {
        @AcrossExecutors(executors = Nameless.class)
        void body() {}
    }

    static class Nameless extends CallerRuns {
        @Override
        public String name() {
            return " ";
        }
    }

    static class NoWorkersTestCase {
        @AcrossExecutors(executors = NoWorkers.class)
        void body() {}
    }

    static class NoWorkers extends CallerRuns {
        @Override
        public OptionalInt workers(ProviderSettings settings) {
            return OptionalInt.of(0);
        }
    }

    static class NoConstructorTestCase {
        @AcrossExecutors(executors = NoConstructor.class)
        void body() {}
    }

    static class NoConstructor extends CallerRuns {
        NoConstructor(int size) {
            Journal.write(size);
        }
    }

    @Test
    @DisplayName("one that rejects a task fails it in the executor's own words")
    void rejectsTasks() {
        EngineRun run = EngineRun.of(RejectingTestCase.class);

        assertThat(run.test("once() under Rejecting").message())
                .isEqualTo("Rejecting did not take the task: java.util.concurrent.RejectedExecutionException: full");
        assertThat(run.test("copies() under Rejecting").message())
                .contains("Rejecting did not take task 0", "Rejecting did not take task 1", "full");
        assertThat(run.test("injected(ExecutorService) under Rejecting").failure())
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(run.journal()).isEmpty();
    }

    static class RejectingTestCase {
        @AcrossExecutors(executors = Rejecting.class)
        void once() {
            Journal.write("once");
        }

        @AcrossExecutors(executors = Rejecting.class, tasks = 2)
        void copies() {
            Journal.write("copies");
        }

        @AcrossExecutors(executors = Rejecting.class)
        void injected(ExecutorService executor) {
            executor.execute(() -> Journal.write("injected"));
        }
    }

    static class Rejecting implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            return task -> {
                throw new RejectedExecutionException("full");
            };
        }
    }

    @Test
    @DisplayName("an error of one that takes no task is told at once")
    void throwsAnError() {
        EngineRun run = EngineRun.of(OutOfOrderTestCase.class);

        assertThat(run.failed().failure()).isInstanceOf(LinkageError.class);
    }

    static class OutOfOrderTestCase {
        @AcrossExecutors(executors = OutOfOrder.class)
        void injected(ExecutorService executor) {
            executor.execute(() -> {});
        }
    }

    static class OutOfOrder implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            return task -> {
                throw new LinkageError("no thread");
            };
        }
    }

    @Test
    @DisplayName("one with fewer workers than its provider claims is told so, where tasks should start together")
    void liesAboutItsWorkers() {
        Node node = EngineRun.of(LyingTestCase.class).failed();

        assertThat(node.message())
                .contains(
                        "only 1 of 2 tasks that should start together began within 300 ms: Lying has fewer free workers"
                                + " than the 2 it claims.");
    }

    static class LyingTestCase {
        @AcrossExecutors(
                executors = Lying.class,
                tasks = 2,
                workers = 2,
                timeout = 300,
                timeoutUnit = TimeUnit.MILLISECONDS)
        void body() {}
    }

    static class Lying implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            return Executors.newSingleThreadExecutor(settings.threadFactory());
        }

        @Override
        public OptionalInt workers(ProviderSettings settings) {
            return OptionalInt.of(2);
        }
    }
}
