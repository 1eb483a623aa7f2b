package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.FORK_JOIN;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.ExecutionModel.VIRTUAL_THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An expected speedup that makes no sense")
class SpeedupRefusalsTests {

    private static String refusal(Class<?> testCase) {
        Node failed = EngineRun.of(testCase).failed();
        assertThat(failed.failure()).isInstanceOf(ExtensionConfigurationException.class);
        return failed.message();
    }

    @Test
    @DisplayName("on a plain test, also in an annotated class, is refused with what to do instead")
    void onPlainTest() {
        assertThat(refusal(PlainTestCase.class)).contains("@ExpectSpeedup stands on parses(), which has no");
        assertThat(EngineRun.of(InAnnotatedClassTestCase.class).failures())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.message()).contains("put one on the method, in place of @Test"));
    }

    static class PlainTestCase {
        @Test
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2)
        void parses() {}
    }

    @AcrossExecutors(SEQUENTIAL)
    static class InAnnotatedClassTestCase {
        @Test
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2)
        @ExpectSpeedup(of = FORK_JOIN, atLeast = 2)
        void parses() {}
    }

    @Test
    @DisplayName("needs exactly one of atLeast and ofIdeal")
    void oneBar() {
        assertThat(refusal(NoBarTestCase.class)).contains("set exactly one of atLeast and ofIdeal");
        assertThat(refusal(TwoBarsTestCase.class)).contains("set exactly one of atLeast and ofIdeal");
    }

    static class NoBarTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = FIXED_POOL)
        void parses() {}
    }

    static class TwoBarsTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2, ofIdeal = 0.5)
        void parses() {}
    }

    @Test
    @DisplayName("names one model on each side, and two different ones")
    void oneModel() {
        assertThat(refusal(NobodyTestCase.class)).contains("neither of nor ofExecutor says which model");
        assertThat(refusal(SeveralTestCase.class))
                .contains("of and ofExecutor name [FIXED_POOL, FORK_JOIN]; name exactly");
        assertThat(refusal(BothTestCase.class))
                .contains("over and overExecutor name [FORK_JOIN] and Pool; name exactly");
        assertThat(refusal(ItselfTestCase.class)).contains("FIXED_POOL is compared with itself");
    }

    static class NobodyTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(atLeast = 2)
        void parses() {}
    }

    static class SeveralTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(
                of = {FIXED_POOL, FORK_JOIN},
                atLeast = 2)
        void parses() {}
    }

    static class BothTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = FIXED_POOL, over = FORK_JOIN, overExecutor = Pool.class, atLeast = 2)
        void parses() {}
    }

    static class ItselfTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = FIXED_POOL, over = FIXED_POOL, atLeast = 2)
        void parses() {}
    }

    static final class Pool implements ExecutorProvider {
        @Override
        public String name() {
            return "pool";
        }

        @Override
        public Executor start(ProviderSettings settings) {
            return Runnable::run;
        }
    }

    @Test
    @DisplayName("has a bar in range")
    void range() {
        assertThat(refusal(NegativeTestCase.class)).contains("atLeast must be more than 0 and finite, not -1.0");
        assertThat(refusal(MoreThanIdealTestCase.class)).contains("ofIdeal must be more than 0 and at most 1, not 1.2");
        assertThat(refusal(NoBudgetTestCase.class))
                .contains("@ExpectSpeedup: budget must be a whole number from 1 to", "budgetUnit MILLISECONDS, not 0");
    }

    static class NegativeTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = -1)
        void parses() {}
    }

    static class MoreThanIdealTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = FIXED_POOL, ofIdeal = 1.2)
        void parses() {}
    }

    static class NoBudgetTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2, budget = 0, budgetUnit = TimeUnit.MILLISECONDS)
        void parses() {}
    }

    @Test
    @DisplayName("cannot ask for more than the tasks and workers allow on any machine, nor of a single task")
    void impossible() {
        assertThat(refusal(FewWorkersTestCase.class)).contains("32 tasks on 4 workers gain at most 4x");
        assertThat(refusal(FewTasksTestCase.class)).contains("8 tasks on workers of their own gain at most 8x");
        assertThat(refusal(OneTaskTestCase.class)).contains("parses() has one task, which no model can share out");
    }

    static class FewWorkersTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 32, workers = 4)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 5)
        void parses() {}
    }

    static class FewTasksTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8, workers = 4)
        @ExpectSpeedup(of = VIRTUAL_THREADS, atLeast = 10)
        void parses() {}
    }

    static class OneTaskTestCase {
        @AcrossExecutors(value = SEQUENTIAL)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2)
        void parses() {}
    }

    @Test
    @DisplayName("knows a share of the ideal over SEQUENTIAL alone, and each expectation once")
    void idealAndTwice() {
        assertThat(refusal(IdealOverPoolTestCase.class))
                .contains("ofIdeal needs the baseline SEQUENTIAL, not FORK_JOIN");
        assertThat(refusal(TwiceTestCase.class)).contains("FIXED_POOL at least 2x SEQUENTIAL is expected twice");
    }

    static class IdealOverPoolTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = FIXED_POOL, over = FORK_JOIN, ofIdeal = 0.7)
        void parses() {}
    }

    static class TwiceTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8, workers = 4)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2, over = SEQUENTIAL)
        void parses() {}
    }

    @ParameterizedTest
    @CsvSource({
        "across.speedup, maybe, 'across.speedup must be one of [enforce, report, off, calibrate], not ''maybe'''",
        "across.inconclusive, ignore, 'across.inconclusive must be one of [abort, fail], not ''ignore'''",
        "across.speedup.budget, soon, across.speedup.budget must be a whole number of at least 1",
        "across.speedup.suite-budget, 0, across.speedup.suite-budget must be a whole number of at least 1",
    })
    @DisplayName("is not configured by what nobody understands")
    void configuration(String key, String value, String message) {
        assertThat(EngineRun.with(key, value).run(GoodTestCase.class).failed().message())
                .contains(message);
    }

    static class GoodTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8, workers = 4)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2)
        void parses() {}
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    @DisplayName("of a model this JDK lacks is skipped with the reason")
    void missing() {
        Node expectation = EngineRun.of(VirtualTestCase.class).test("VIRTUAL_THREADS at least 2x SEQUENTIAL");

        assertThat(expectation.reason()).contains("VIRTUAL_THREADS needs JDK 21 or newer");
    }

    static class VirtualTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8)
        @ExpectSpeedup(of = VIRTUAL_THREADS, atLeast = 2)
        void parses() {}
    }

    @Test
    @DisplayName("in an annotated class is judged in the first invocation of the class alone")
    void firstInvocationOnly() {
        EngineRun run = EngineRun.with("across.speedup.budget", "1 ms").run(AnnotatedClassTestCase.class);

        assertThat(run.tests())
                .extracting(Node::name)
                .containsExactlyInAnyOrder(
                        "parses() under SEQUENTIAL",
                        "parses(): FIXED_POOL at least 2x SEQUENTIAL",
                        "plain()",
                        "plain()");
    }

    @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
    static class AnnotatedClassTestCase {
        @AcrossExecutors(value = SEQUENTIAL, tasks = 8, workers = 4)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 2)
        void parses() {}

        @Test
        void plain() {}
    }
}
