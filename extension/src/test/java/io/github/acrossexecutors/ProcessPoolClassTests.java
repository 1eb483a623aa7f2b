package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.process.ProcessWorker;
import io.github.acrossexecutors.timing.Round;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("PROCESS_POOL")
class ProcessPoolClassTests {

    @BeforeAll
    static void openJournal() {
        SharedJournal.open();
    }

    @Test
    @DisplayName(
            "executes what is in an annotated class: plain, parameterized, repeated and nested tests, in one worker JVM")
    void executesAClass() {
        EngineRun run = EngineRun.of(ProductTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).hasSize(2 * 6);
        assertThat(SharedJournal.ofWorkers(ProductTestCase.class))
                .containsExactlyInAnyOrder("plain", "a", "b", "repetition 1", "repetition 2", "nested");
        assertThat(SharedJournal.of(ProductTestCase.class).stream()
                        .filter(entry -> !entry.isOfThisJvm() && !entry.what().equals("nested"))
                        .map(SharedJournal.Entry::pid)
                        .distinct())
                .hasSize(1);
    }

    @AcrossExecutors({FIXED_POOL, PROCESS_POOL})
    static class ProductTestCase {
        @Test
        void plain() {
            note("plain");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parses(String s) {
            note(s);
        }

        @RepeatedTest(2)
        void repeats(org.junit.jupiter.api.RepetitionInfo repetition) {
            note("repetition " + repetition.getCurrentRepetition());
        }

        @Nested
        class Inner {
            @Test
            void nested() {
                note("nested");
            }
        }

        private static void note(String what) {
            SharedJournal.write(ProductTestCase.class, what);
        }
    }

    @Test
    @DisplayName("refuses dynamic tests, which are made of this JVM's memory")
    void refusesDynamicTests() {
        assertThat(EngineRun.of(DynamicTestCase.class).failed().message())
                .isEqualTo(
                        "@AcrossExecutors: makes() is a test factory, and PROCESS_POOL cannot execute its dynamic tests:"
                                + " they are lambdas of this JVM, which cannot travel. Make it a @ParameterizedTest.");
    }

    @AcrossExecutors(PROCESS_POOL)
    static class DynamicTestCase {
        @TestFactory
        Stream<DynamicTest> makes() {
            return Stream.of(DynamicTest.dynamicTest("one", () -> {}));
        }
    }

    @Test
    @DisplayName("is in no default set")
    void isInNoDefaultSet() {
        EngineRun run = EngineRun.of(DefaultTestCase.class);

        assertThat(run.tests()).extracting(Node::name).noneMatch(name -> name.contains("PROCESS_POOL"));
    }

    static class DefaultTestCase {
        @AcrossExecutors
        void body() {}
    }

    @Test
    @DisplayName("hands a body a ProcessPool to fan out on by itself, in this JVM")
    void injectsAProcessPool() {
        EngineRun run = EngineRun.of(InjectedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(SharedJournal.ofThisJvm(InjectedTestCase.class)).containsExactly("3 workers, 0 of them here");
        assertThat(run.report().at("/tests/0/meaning").asText()).isEqualTo("injected");
    }

    static class InjectedTestCase {
        @AcrossExecutors(value = PROCESS_POOL, workers = 3)
        void body(ProcessPool pool) throws Exception {
            List<Long> pids = pool.map(i -> ProcessHandle.current().pid(), List.of(1, 2, 3));
            long here = pids.stream()
                    .filter(pid -> pid == ProcessHandle.current().pid())
                    .count();
            SharedJournal.write(this, pool.workers().size() + " workers, " + here + " of them here");
        }
    }

    @Test
    @DisplayName("refuses a body that wants an ExecutorService, and other models one that wants a ProcessPool")
    void refusesOtherExecutors() {
        EngineRun run = EngineRun.of(RefusedTestCase.class);

        assertThat(run.test("plain(ExecutorService) under PROCESS_POOL").message())
                .isEqualTo("@AcrossExecutors: plain() declares a parameter of type ExecutorService, which PROCESS_POOL"
                        + " cannot be: its workers are other JVMs, and a lambda typed as Callable or Runnable cannot travel"
                        + " there. Declare a ProcessPool, whose submit takes a SerializableCallable.");
        assertThat(run.test("pool(ProcessPool) under SEQUENTIAL").message())
                .isEqualTo(
                        "@AcrossExecutors: pool() declares a ProcessPool, which the model PROCESS_POOL alone has, not"
                                + " SEQUENTIAL; say @AcrossExecutors(PROCESS_POOL), or declare an ExecutorService.");
        assertThat(run.journal()).isEmpty();
    }

    static class RefusedTestCase {
        @AcrossExecutors(PROCESS_POOL)
        void plain(ExecutorService executor) {
            Callable<Integer> task = () -> 1;
            Journal.write(executor.submit(task));
        }

        @AcrossExecutors(SEQUENTIAL)
        void pool(ProcessPool pool) {
            Journal.write(pool);
        }
    }

    @Test
    @DisplayName("keeps workers for the tests of one class and never for another class's")
    void keepsWorkersForOneClass() {
        EngineRun run = EngineRun.of(FirstTestCase.class, SecondTestCase.class);

        assertThat(run.failures()).isEmpty();
        long first = onlyWorker(FirstTestCase.class, 2);
        long second = onlyWorker(SecondTestCase.class, 1);
        assertThat(first).isNotEqualTo(second);
        assertThat(ProcessHandle.of(first)).isEmpty();
        assertThat(ProcessHandle.of(second)).isEmpty();
    }

    private static long onlyWorker(Class<?> testCase, int entries) {
        List<SharedJournal.Entry> all = SharedJournal.of(testCase);
        assertThat(all).hasSize(entries);
        assertThat(all.stream().map(SharedJournal.Entry::pid).distinct()).hasSize(1);
        return all.get(0).pid();
    }

    static class FirstTestCase {
        @AcrossExecutors(PROCESS_POOL)
        void one() {
            SharedJournal.write(this, "one");
        }

        @AcrossExecutors(PROCESS_POOL)
        void two() {
            SharedJournal.write(this, "two");
        }
    }

    static class SecondTestCase {
        @AcrossExecutors(PROCESS_POOL)
        void body() {
            SharedJournal.write(this, "body");
        }
    }

    @Test
    @DisplayName("calls the methods around a round in each worker and here; the Round is known here alone")
    void callsHooksEverywhere() {
        EngineRun run = EngineRun.of(HooksTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(SharedJournal.ofThisJvm(HooksTestCase.class))
                .containsExactly("before", "after", "after a round of 1", "before", "after", "after a round of 1");
        assertThat(SharedJournal.ofWorkers(HooksTestCase.class))
                .containsExactly("before", "body with 1", "after", "before", "body with 1", "after");
    }

    static class HooksTestCase {
        private int fresh;

        @BeforeRound
        void before() {
            fresh = 1;
            SharedJournal.write(this, "before");
        }

        @AcrossExecutors(value = PROCESS_POOL, rounds = 2)
        void body() {
            SharedJournal.write(this, "body with " + fresh);
            fresh = 0;
        }

        @AfterRound
        void after() {
            SharedJournal.write(this, "after");
        }

        @AfterRound
        void afterwards(Round round) {
            SharedJournal.write(this, "after a round of " + round.spans().size());
        }
    }

    @Test
    @DisplayName("shares with workers what was started here; a worker never starts it, and says so if it is unknown")
    void sharesResources() {
        EngineRun run = EngineRun.of(SharingTestCase.class);

        long here = ProcessHandle.current().pid();
        assertThat(run.test("known(String) under PROCESS_POOL").status()).isEqualTo(Node.Status.PASSED);
        assertThat(SharedJournal.of(SharingTestCase.class))
                .extracting(SharedJournal.Entry::what)
                .containsExactly("started by " + here, "the site of " + here);
        assertThat(run.test("unknown() under PROCESS_POOL").message())
                .startsWith(
                        "The shared resource 'unknown' had not been started in the JVM of the tests when this worker JVM"
                                + " began with unknown()");
    }

    @ExtendWith(SiteResolver.class)
    static class SharingTestCase {
        @AcrossExecutors(PROCESS_POOL)
        void known(String site) {
            SharedJournal.write(this, site);
        }

        @BeforeEach
        void beforeEach(ExtensionContextHolder holder) {
            if (ProcessWorker.current().isPresent()
                    && holder.context().getDisplayName().contains("unknown")) {
                assertThat(SharedResource.get(holder.context(), "unknown", () -> "started"))
                        .isNull();
            }
        }

        @AcrossExecutors(PROCESS_POOL)
        void unknown() {}
    }

    record ExtensionContextHolder(ExtensionContext context) {}

    static final class SiteResolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == String.class || type == ExtensionContextHolder.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            if (parameter.getParameter().getType() == ExtensionContextHolder.class) {
                return new ExtensionContextHolder(context);
            }
            return SharedResource.get(context, "site", () -> {
                long pid = ProcessHandle.current().pid();
                SharedJournal.write(SharingTestCase.class, "started by " + pid);
                return "the site of " + pid;
            });
        }
    }
}
