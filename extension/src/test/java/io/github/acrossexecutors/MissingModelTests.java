package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.ExecutionModel.VIRTUAL_THREADS;
import static io.github.acrossexecutors.Node.Status.PASSED;
import static io.github.acrossexecutors.Node.Status.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A model this JDK lacks")
class MissingModelTests {

    private static final String REASON = "VIRTUAL_THREADS needs JDK 21 or newer; this is JDK 17.";

    @Test
    @DisplayName("is VIRTUAL_THREADS below JDK 21, and none from there on")
    void isVirtualThreadsBelow21() {
        assertThat(VIRTUAL_THREADS.missingOn(17)).hasValue(REASON);
        assertThat(VIRTUAL_THREADS.missingOn(20)).isPresent();
        assertThat(VIRTUAL_THREADS.missingOn(21)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("is never one of the others")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VIRTUAL_THREADS")
    void isNeverAnother(ExecutionModel model) {
        assertThat(model.missingOn(17)).isEmpty();
    }

    @Test
    @DisplayName("is PROCESS_POOL without JUnit's launcher, and not where there is one")
    void isProcessPoolWithoutTheLauncher() {
        assertThat(PROCESS_POOL.missing()).isEmpty();
        assertThat(JUnitLaunch.missingIn(ClassLoader.getPlatformClassLoader()))
                .hasValue(
                        "PROCESS_POOL needs junit-platform-launcher on the class path, of the same release as Jupiter: its"
                                + " workers run JUnit themselves.");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    @DisplayName("is a skipped node with the reason; what is annotated by itself still runs beneath")
    void isSkipped() {
        EngineRun run = EngineRun.of(MethodTestCase.class, ClassTestCase.class);

        assertThat(run.tests())
                .extracting(Node::path, Node::status)
                .containsExactlyInAnyOrder(
                        tuple("body() > body() under VIRTUAL_THREADS", SKIPPED),
                        tuple("body() > body() under SEQUENTIAL", PASSED),
                        tuple("MissingModelTests$ClassTestCase under VIRTUAL_THREADS > body()", SKIPPED),
                        tuple(
                                "MissingModelTests$ClassTestCase under VIRTUAL_THREADS > own() > own() under SEQUENTIAL",
                                PASSED),
                        tuple("MissingModelTests$ClassTestCase under SEQUENTIAL > body()", PASSED));
        assertThat(run.nodes())
                .filteredOn(node -> node.status() == SKIPPED)
                .extracting(Node::reason)
                .allMatch(reason -> reason.startsWith("VIRTUAL_THREADS needs JDK 21 or newer; this is JDK "));
    }

    static class MethodTestCase {
        @AcrossExecutors({VIRTUAL_THREADS, SEQUENTIAL})
        void body() {}
    }

    @AcrossExecutors({VIRTUAL_THREADS, SEQUENTIAL})
    static class ClassTestCase {
        @Test
        void body() {}

        @AcrossExecutors(SEQUENTIAL)
        void own() {}
    }

    @Test
    @DisplayName("is skipped in the same way whatever it is called, on every JDK")
    void isSkippedWhateverItIs() {
        EngineRun run = EngineRun.of(FutureModelTestCase.class);

        assertThat(run.tests())
                .extracting(Node::name, Node::status, Node::reason)
                .containsExactlyInAnyOrder(
                        tuple("body() under FUTURE_THREADS", SKIPPED, REASON),
                        tuple("body() under SEQUENTIAL", PASSED, ""));
        assertThat(run.report().get("tests")).hasSize(1);
    }

    static class FutureModelTestCase {
        @AcrossExecutors(SEQUENTIAL)
        @ExtendWith(FutureModel.class)
        void body() {}
    }

    @Test
    @DisplayName(
            "keeps nobody from what has an annotation of its own in a plain nested class; all beside it is skipped")
    void keepsNobodyFromWhatIsNested() {
        EngineRun run = EngineRun.with("across.models", "FIXED_POOL").run(NestedOwnTestCase.class);

        assertThat(run.nodes())
                .filteredOn(node -> node.isTest() || node.status() == SKIPPED)
                .extracting(Node::path, Node::status)
                .containsExactlyInAnyOrder(
                        tuple(NestedOwnTestCase.UNDER + "Inner > plain()", SKIPPED),
                        tuple(NestedOwnTestCase.UNDER + "Inner > own() > own() under FIXED_POOL", PASSED),
                        tuple(NestedOwnTestCase.UNDER + "Beside", SKIPPED));
        assertThat(run.journal()).containsExactly("before all of the inner", "own");
    }

    @AcrossExecutors(SEQUENTIAL)
    static class NestedOwnTestCase {
        private static final String UNDER = "MissingModelTests$NestedOwnTestCase under no model > ";

        @Nested
        class Inner {
            @BeforeAll
            static void beforeAll() {
                Journal.write("before all of the inner");
            }

            @Test
            void plain() {
                Journal.write("plain");
            }

            @AcrossExecutors(FIXED_POOL)
            void own() {
                Journal.write("own");
            }
        }

        @Nested
        class Beside {
            @BeforeAll
            static void beforeAll() {
                Journal.write("before all of the one beside");
            }

            @Test
            void plain() {
                Journal.write("plain");
            }
        }
    }

    /** Offers a turn of a model that no JDK has. */
    static class FutureModel implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            Method owner = context.getRequiredTestMethod();
            return Stream.of(ModelInvocationContext.skipped("body() under FUTURE_THREADS", owner, REASON, false));
        }
    }
}
