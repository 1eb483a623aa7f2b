package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.FORK_JOIN;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An annotated class")
class ClassFormTests {

    /** JUnit's own thread, which runs the engine under test as well. */
    private final String here = Thread.currentThread().getName();

    @Test
    @DisplayName("runs everything in it under each model: plain, parameterized, repeated, nested and dynamic tests")
    void isAFullProduct() {
        EngineRun run = EngineRun.of(ProductTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).hasSize(2 * 7);
        assertThat(run.journal())
                .containsExactlyInAnyOrderElementsOf(Stream.of(here, "fixed-pool-1")
                        .flatMap(worker -> Stream.of(
                                "plain on " + worker,
                                "parameter a on " + worker,
                                "parameter b on " + worker,
                                "repetition on " + worker,
                                "repetition on " + worker,
                                "nested on " + worker,
                                "dynamic on " + worker))
                        .toList());
    }

    @Test
    @DisplayName("tells the model in the name of each of its turns, and each test's own name below")
    void namesTellTheModel() {
        assertThat(EngineRun.of(ProductTestCase.class).tests())
                .extracting(Node::path)
                .allMatch(path -> path.startsWith("ClassFormTests$ProductTestCase under SEQUENTIAL > ")
                        || path.startsWith("ClassFormTests$ProductTestCase under FIXED_POOL > "))
                .contains(
                        "ClassFormTests$ProductTestCase under FIXED_POOL > plain()",
                        "ClassFormTests$ProductTestCase under FIXED_POOL > Inner > nested()");
    }

    @Test
    @DisplayName("gets a table per test and per invocation of a test, each with a line per model")
    void getsATablePerInvocation() {
        assertThat(EngineRun.of(ProductTestCase.class).console().lines().filter(line -> !line.startsWith(" ")))
                .map(line -> line.replaceFirst("= ?\"?([ab])\"?", "=$1"))
                .map(line -> line.replace("s =", "s="))
                .containsExactlyInAnyOrder(
                        "ClassFormTests.ProductTestCase.plain (1 task)",
                        "ClassFormTests.ProductTestCase.parses [1] s=a (1 task)",
                        "ClassFormTests.ProductTestCase.parses [2] s=b (1 task)",
                        "ClassFormTests.ProductTestCase.repeats repetition 1 of 2 (1 task)",
                        "ClassFormTests.ProductTestCase.repeats repetition 2 of 2 (1 task)",
                        "ClassFormTests.ProductTestCase.Inner.nested (1 task)",
                        "ClassFormTests.ProductTestCase.makes one (1 task)");
    }

    @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
    static class ProductTestCase {
        @Test
        void plain() {
            note("plain");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parses(String s) {
            note("parameter " + s);
        }

        @RepeatedTest(2)
        void repeats() {
            note("repetition");
        }

        @TestFactory
        Stream<DynamicTest> makes() {
            return Stream.of(DynamicTest.dynamicTest("one", () -> note("dynamic")));
        }

        @Nested
        class Inner {
            @Test
            void nested() {
                note("nested");
            }
        }
    }

    private static void note(String what) {
        Journal.write(what + " on " + Thread.currentThread().getName().split(" ", -1)[0]);
    }

    @Test
    @DisplayName("runs dynamic tests as bodies: each in as many tasks and rounds as asked for, with figures of its own")
    void runsDynamicTestsAsBodies() {
        EngineRun run = EngineRun.of(DynamicTestCase.class);

        assertThat(run.test("one").status()).isEqualTo(Node.Status.PASSED);
        assertThat(run.test("two").message())
                .contains("DynamicTestCase.makes two under FIXED_POOL", "(and 2 more alike)");
        assertThat(run.journal()).containsOnly("one").hasSize(6);
        assertThat(run.report().findValuesAsText("displayName")).containsExactly("one", "two");
        assertThat(run.report().at("/tests/0/rounds")).hasSize(2);
        assertThat(run.report().findValuesAsText("status")).containsExactly("passed", "failed");
    }

    @AcrossExecutors(value = FIXED_POOL, tasks = 3, rounds = 2)
    static class DynamicTestCase {
        @TestFactory
        Stream<DynamicTest> makes() {
            return Stream.of(
                    DynamicTest.dynamicTest("one", () -> Journal.write("one")),
                    DynamicTest.dynamicTest("two", () -> assertThat(1).isEqualTo(2)));
        }
    }

    @Test
    @DisplayName("may have several rounds")
    void mayHaveRounds() {
        EngineRun run = EngineRun.of(RoundsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).hasSize(2 * 3);
    }

    @AcrossExecutors(value = FIXED_POOL, rounds = 2)
    static class RoundsTestCase {
        @Test
        void plain() {
            note("plain");
        }

        @RepeatedTest(2)
        void repeats() {
            note("repetition");
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    @DisplayName("runs under SEQUENTIAL, FIXED_POOL and VIRTUAL_THREADS by default")
    void defaultModels() {
        assertThat(EngineRun.of(DefaultTestCase.class).journal())
                .containsExactly(here, "fixed-pool-1 body", "virtual-threads-1 body");
    }

    @AcrossExecutors
    static class DefaultTestCase {
        @Test
        void body() {
            Journal.write(Thread.currentThread().getName());
        }
    }

    @Test
    @DisplayName("leaves to a method's or nested class's own annotation what it says, once, in the first turn")
    void ownAnnotationWins() {
        EngineRun run = EngineRun.of(OwnAnnotationTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .containsExactlyInAnyOrder(
                        "plain on " + here,
                        "own on fork-join-1",
                        "nested on fork-join-1",
                        "nested own on " + here,
                        "plain on fixed-pool-1");
    }

    @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
    static class OwnAnnotationTestCase {
        @Test
        void plain() {
            note("plain");
        }

        @AcrossExecutors(FORK_JOIN)
        void own() {
            note("own");
        }

        @Nested
        @AcrossExecutors(FORK_JOIN)
        class Inner {
            @Test
            void nested() {
                note("nested");
            }

            @AcrossExecutors(SEQUENTIAL)
            void nestedOwn() {
                note("nested own");
            }
        }
    }

    @Test
    @DisplayName("runs its @BeforeAll once for all models, a nested class's once per model")
    void beforeAllRunsOnce() {
        assertThat(EngineRun.of(BeforeAllTestCase.class).journal())
                .containsExactly("all on " + here, "nested all on " + here, "nested all on " + here);
    }

    @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
    static class BeforeAllTestCase {
        @BeforeAll
        static void all() {
            note("all");
        }

        @Nested
        class Inner {
            @BeforeAll
            static void nestedAll() {
                note("nested all");
            }

            @Test
            void body() {}
        }
    }

    @Test
    @DisplayName("may inherit the annotation, and carry it through one of a team's own")
    void inheritsAndComposes() {
        EngineRun run = EngineRun.of(InheritingTestCase.class, ComposedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .containsExactly(
                        "inherited on " + here,
                        "inherited on fixed-pool-1",
                        "composed class on fork-join-1",
                        "composed method on fixed-pool-1");
    }

    @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
    static class BaseTestCase {
        @Test
        void body() {
            note("inherited");
        }
    }

    static class InheritingTestCase extends BaseTestCase {}

    @Retention(RetentionPolicy.RUNTIME)
    @AcrossExecutors(FORK_JOIN)
    @interface OnOurForkJoin {}

    @Retention(RetentionPolicy.RUNTIME)
    @AcrossExecutors(FIXED_POOL)
    @interface OnOurPool {}

    @OnOurForkJoin
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class ComposedTestCase {
        @Test
        void body() {
            note("composed class");
        }

        @OnOurPool
        void composed() {
            note("composed method");
        }
    }
}
