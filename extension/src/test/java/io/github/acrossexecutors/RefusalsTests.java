package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import kotlin.coroutines.Continuation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The annotation is refused")
class RefusalsTests {

    private static void assertRefused(Class<?> testCase, String sentence) {
        EngineRun run = EngineRun.of(testCase);

        assertThat(run.failed().failure()).isInstanceOf(ExtensionConfigurationException.class);
        assertThat(run.failed().message()).isEqualTo(sentence);
        assertThat(run.journal()).doesNotContain("body under a model");
    }

    private static void body() {
        boolean onWorker = Thread.currentThread().getName().contains("pool");
        Journal.write(onWorker ? "body under a model" : "body");
    }

    @Test
    @DisplayName("beside @Test")
    void besideTest() {
        assertRefused(
                TestTestCase.class,
                "@AcrossExecutors and @Test cannot both make a test of doubled(); remove @Test: @AcrossExecutors makes a"
                        + " method a test by itself.");
    }

    static class TestTestCase {
        @Test
        @AcrossExecutors(FIXED_POOL)
        void doubled() {
            body();
        }
    }

    @Test
    @DisplayName("beside another test template, which it could only be added to")
    void besideTemplates() {
        assertRefused(
                RepeatedTestCase.class,
                "@AcrossExecutors and @RepeatedTest cannot both make a test of doubled(); put @AcrossExecutors on the"
                        + " class: every @RepeatedTest in it then runs under each model.");
        assertRefused(
                ParameterizedTestCase.class,
                "@AcrossExecutors and @ParameterizedTest cannot both make a test of doubled(); put @AcrossExecutors on the"
                        + " class: every @ParameterizedTest in it then runs under each model.");
    }

    static class RepeatedTestCase {
        @RepeatedTest(2)
        @AcrossExecutors(FIXED_POOL)
        void doubled() {
            body();
        }
    }

    static class ParameterizedTestCase {
        @ParameterizedTest
        @ValueSource(ints = 1)
        @AcrossExecutors(FIXED_POOL)
        void doubled(int i) {
            body();
        }
    }

    @Test
    @DisplayName("beside @Test within one composed annotation")
    void besideTestWithinOneAnnotation() {
        assertThat(EngineRun.of(ComposedTestCase.class).failed().message())
                .startsWith("@AcrossExecutors and @Test cannot both make a test of doubled(); remove @Test");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Test
    @AcrossExecutors(FIXED_POOL)
    @interface TestOnPool {}

    static class ComposedTestCase {
        @TestOnPool
        void doubled() {
            body();
        }
    }

    @Test
    @DisplayName("beside @ParameterizedClass, which it could only be added to")
    void besideParameterizedClass() {
        assertRefused(
                ParameterizedClassTestCase.class,
                "@AcrossExecutors and @ParameterizedClass cannot both be class templates of ParameterizedClassTestCase:"
                        + " their invocations would be added up, not combined. Keep @ParameterizedClass on the class and"
                        + " put @AcrossExecutors on its methods.");
    }

    @AcrossExecutors(FIXED_POOL)
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class ParameterizedClassTestCase {
        @Parameter
        int i;

        @Test
        void test() {
            body();
        }
    }

    @Test
    @DisplayName("not on the methods of a @ParameterizedClass nor around a nested one, with a table per parameter")
    void notInsideParameterizedClass() {
        EngineRun run = EngineRun.of(MethodsOfParameterizedTestCase.class, AroundParameterizedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.console().lines().filter(line -> !line.startsWith(" ")).map(line -> line.replace(" = ", "=")))
                .containsExactly(
                        "RefusalsTests.MethodsOfParameterizedTestCase [1] i=1.test (1 task)",
                        "RefusalsTests.MethodsOfParameterizedTestCase [2] i=2.test (1 task)",
                        "RefusalsTests.AroundParameterizedTestCase.Inner [1] i=1.test (1 task)",
                        "RefusalsTests.AroundParameterizedTestCase.Inner [2] i=2.test (1 task)");
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class MethodsOfParameterizedTestCase {
        @Parameter
        int i;

        @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
        void test() {
            Journal.write(i);
        }
    }

    @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
    static class AroundParameterizedTestCase {
        @Nested
        @ParameterizedClass
        @ValueSource(ints = {1, 2})
        class Inner {
            @Parameter
            int i;

            @Test
            void test() {
                Journal.write(i);
            }
        }
    }

    @Test
    @DisplayName("on a Kotlin suspend function, which returns before it has ended")
    void onSuspendFunctions() {
        assertRefused(
                SuspendTestCase.class,
                "@AcrossExecutors cannot execute suspends(): a Kotlin suspend function. Make it an ordinary function that"
                        + " calls runBlocking { ... }.");
        assertThat(EngineRun.of(SuspendInClassTestCase.class).failed().message())
                .startsWith("@AcrossExecutors cannot execute suspends(): a Kotlin suspend function.");
    }

    static class SuspendTestCase {
        @AcrossExecutors(FIXED_POOL)
        void suspends(Continuation<String> continuation) {
            body();
        }
    }

    @AcrossExecutors(FIXED_POOL)
    static class SuspendInClassTestCase {
        @Test
        void suspends(Continuation<String> continuation) {
            body();
        }
    }
}
