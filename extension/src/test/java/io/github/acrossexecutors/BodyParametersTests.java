package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An executor parameter in an annotated class")
class BodyParametersTests {

    @Test
    @DisplayName(
            "is left to whom its annotation or the source of its parameterized test means; the body then runs as any other")
    void isLeftToOthers() {
        EngineRun run = EngineRun.of(OthersTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .containsExactlyInAnyOrder(
                        "mock FIXED_POOL 0", "mock FIXED_POOL 1", "argument FIXED_POOL 0", "argument FIXED_POOL 1");
        assertThat(run.report().findValuesAsText("meaning")).containsOnly("copies");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Mock {}

    /** Stands for the extension of a mocking library. */
    static final class Mocks implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.isAnnotated(Mock.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return ForkJoinPool.commonPool();
        }
    }

    @AcrossExecutors(value = FIXED_POOL, tasks = 2)
    @ExtendWith(Mocks.class)
    static class OthersTestCase {
        @Test
        void submits(@Mock ExecutorService mock, Task task) {
            note("mock", mock, task);
        }

        @ParameterizedTest
        @MethodSource("executors")
        void executes(Executor argument, Task task) {
            note("argument", argument, task);
        }

        static Stream<Executor> executors() {
            return Stream.of(ForkJoinPool.commonPool());
        }

        private static void note(String what, Executor executor, Task task) {
            assertThat(executor).isSameAs(ForkJoinPool.commonPool());
            Journal.write(what + " " + task.model() + " " + task.index());
        }
    }

    @Test
    @DisplayName("gets the model's executor in any other test")
    void getsTheModels() {
        EngineRun run = EngineRun.of(OursTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).hasSize(4).doesNotContain(ForkJoinPool.commonPool());
        assertThat(run.report().findValuesAsText("meaning")).containsOnly("injected");
    }

    @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
    static class OursTestCase {
        @Test
        void plain(ExecutorService executor) {
            Journal.write(executor);
        }

        @RepeatedTest(1)
        void repeated(Executor executor) {
            Journal.write(executor);
        }
    }
}
