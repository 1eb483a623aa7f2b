package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.Node.Status.ABORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.MultipleFailuresError;

@DisplayName("The methods around a round")
class RoundsTests {

    /** JUnit's own thread, which runs the engine under test as well. */
    private final String here = Thread.currentThread().getName();

    @Test
    @DisplayName("run before and after every round, warm-up included, on JUnit's thread")
    void runAroundEveryRound() {
        EngineRun run = EngineRun.of(OrderTestCase.class);
        String junit = " on " + Thread.currentThread().getName();

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .containsExactly(
                        "before" + junit,
                        1,
                        "after" + junit,
                        "before" + junit,
                        2,
                        "after" + junit,
                        "before" + junit,
                        3,
                        "after" + junit);
    }

    static class OrderTestCase {
        @BeforeRound
        void before() {
            Journal.writeThread("before");
        }

        @AfterRound
        void after() {
            Journal.writeThread("after");
        }

        @AcrossExecutors(value = FIXED_POOL, warmups = 1, rounds = 2)
        void body(Task task) {
            Journal.write(task.round());
        }
    }

    @Test
    @DisplayName("of superclasses and enclosing instances run too, outermost first and last")
    void runFromTheOutside() {
        assertThat(EngineRun.of(OuterTestCase.class).journal())
                .containsExactly("before outer", "before super", "body", "after super", "after outer");
    }

    static class OuterTestCase {
        @BeforeRound
        void beforeOuter() {
            Journal.write("before outer");
        }

        @AfterRound
        void afterOuter() {
            Journal.write("after outer");
        }

        @Nested
        class Inner extends Super {
            @AcrossExecutors(value = SEQUENTIAL, tasks = 1)
            void body() {
                Journal.write("body");
            }
        }
    }

    static class Super {
        @BeforeRound
        void beforeSuper() {
            Journal.write("before super");
        }

        @AfterRound
        void afterSuper() {
            Journal.write("after super");
        }
    }

    @Test
    @DisplayName("fail the test with what they throw, and end it: no body after a failed @BeforeRound")
    void failTheTest() {
        EngineRun run = EngineRun.of(BrokenBeforeTestCase.class);

        assertThat(run.failed().message())
                .contains(
                        "@BeforeRound breaks() on " + here + " in round 1: java.lang.IllegalStateException: no table");
        assertThat(run.journal()).containsExactly("after");
    }

    static class BrokenBeforeTestCase {
        @BeforeRound
        void breaks() {
            throw new IllegalStateException("no table");
        }

        @AcrossExecutors(value = FIXED_POOL, rounds = 3)
        void body() {
            Journal.write("body");
        }

        @AfterRound
        void after() {
            Journal.write("after");
        }
    }

    @Test
    @DisplayName("hide nothing: a failed body is reported beside a failed @AfterRound, and the others still run")
    void hideNothing() {
        EngineRun run = EngineRun.of(BrokenAfterTestCase.class);

        assertThat(run.failed().failure()).isInstanceOf(MultipleFailuresError.class);
        assertThat(run.failed().message())
                .contains("task 0 on fixed-pool-1 body in round 1: java.lang.IllegalStateException: the body")
                .contains("@AfterRound breaks() on " + here + " in round 1: java.lang.IllegalStateException: the hook");
        assertThat(run.journal()).containsExactly("inherited");
        assertThat(run.report().at("/tests/0/status").asText()).isEqualTo("failed");
    }

    static class InheritedAfter {
        @AfterRound
        void inherited() {
            Journal.write("inherited");
        }
    }

    static class BrokenAfterTestCase extends InheritedAfter {
        @AcrossExecutors(value = FIXED_POOL, rounds = 3)
        void body() {
            throw new IllegalStateException("the body");
        }

        @AfterRound
        void breaks() {
            throw new IllegalStateException("the hook");
        }
    }

    @Test
    @DisplayName("abort the test by an assumption, as a body does")
    void abortTheTest() {
        EngineRun run = EngineRun.of(AssumingTestCase.class);

        assertThat(run.tests()).extracting(Node::status).containsExactly(ABORTED);
    }

    static class AssumingTestCase {
        @BeforeRound
        void assumes() {
            assumeTrue(false, "no network");
        }

        @AcrossExecutors(value = FIXED_POOL, rounds = 3)
        void body() {}
    }

    @Test
    @DisplayName("are refused with parameters, as static methods, and with a result")
    void areRefused() {
        String must = "() must be an instance method that takes no parameters and returns nothing.";
        String mustAfter = must.replace("no parameters", "a Round or no parameters");

        assertThat(EngineRun.of(ParameterTestCase.class).failed().message()).isEqualTo("@BeforeRound: takes" + must);
        assertThat(EngineRun.of(StaticTestCase.class).failed().message()).isEqualTo("@AfterRound: shares" + mustAfter);
        assertThat(EngineRun.of(ReturningTestCase.class).failed().message())
                .isEqualTo("@AfterRound: returns" + mustAfter);
    }

    static class ParameterTestCase {
        @BeforeRound
        void takes(Task task) {
            Journal.write(task);
        }

        @AcrossExecutors(SEQUENTIAL)
        void body() {}
    }

    static class StaticTestCase {
        @AfterRound
        static void shares() {}

        @AcrossExecutors(SEQUENTIAL)
        void body() {}
    }

    static class ReturningTestCase {
        @AfterRound
        int returns() {
            return 1;
        }

        @AcrossExecutors(SEQUENTIAL)
        void body() {}
    }
}
