package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.EVENT_LOOP;
import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.FORK_JOIN;
import static io.github.acrossexecutors.ExecutionModel.PLATFORM_THREADS;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Where JUnit runs tests in parallel")
class ParallelExecutionTests {

    private static final long A_WHILE_MILLIS = 200;

    private static EngineRun inParallel(int threads, Class<?>... testCases) {
        return EngineRun.with(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(threads))
                .run(testCases);
    }

    /** Bodies that meet; each stays a while, unless the crowd is complete before. */
    private static final class Company {
        private final int crowd;
        private int present;
        private int peak;

        Company(int crowd) {
            this.crowd = crowd;
        }

        /** Tell the greatest number of bodies that were ever there together. */
        synchronized int join() throws InterruptedException {
            present++;
            peak = Math.max(peak, present);
            notifyAll();
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(A_WHILE_MILLIS);
            while (peak < crowd && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
            }
            present--;
            return peak;
        }
    }

    @Test
    @DisplayName("the models of one method follow each other")
    void modelsFollowEachOther() {
        EngineRun run = inParallel(3, OneMethodTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly(1, 1, 1);
    }

    static class OneMethodTestCase {
        private static final Company COMPANY = new Company(3);

        @AcrossExecutors({PLATFORM_THREADS, FIXED_POOL, FORK_JOIN})
        void body() throws InterruptedException {
            Journal.write(COMPANY.join());
        }
    }

    @Test
    @DisplayName("plain bodies of two classes run beside each other")
    void plainBodiesRunTogether() {
        EngineRun run = inParallel(2, LeftTestCase.class, RightTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly("met", "met");
    }

    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    static class LeftTestCase {
        @AcrossExecutors(FIXED_POOL)
        void body() throws Exception {
            BOTH.await(5, TimeUnit.SECONDS);
            Journal.write("met");
        }
    }

    static class RightTestCase extends LeftTestCase {}

    @Test
    @DisplayName("a body with several rounds, or with warm-up, runs alone: no other test is beside it")
    void timedBodiesRunAlone() {
        assertThat(inParallel(2, RoundsTestCase.class, BesideRoundsTestCase.class)
                        .journal())
                .containsExactly(1, 1);
        assertThat(inParallel(2, WarmupTestCase.class, BesideWarmupTestCase.class)
                        .journal())
                .containsExactly(1, 1);
    }

    static class RoundsTestCase {
        private static final Company COMPANY = new Company(2);

        @AcrossExecutors(value = FIXED_POOL, rounds = 2)
        void timed(Task task) throws InterruptedException {
            if (task.round() == 1) {
                Journal.write(COMPANY.join());
            }
        }
    }

    static class BesideRoundsTestCase {
        @Test
        void any() throws InterruptedException {
            Journal.write(RoundsTestCase.COMPANY.join());
        }
    }

    static class WarmupTestCase {
        private static final Company COMPANY = new Company(2);

        @AcrossExecutors(value = FIXED_POOL, warmups = 1)
        void timed(Task task) throws InterruptedException {
            if (task.round() == 1) {
                Journal.write(COMPANY.join());
            }
        }
    }

    static class BesideWarmupTestCase {
        @AcrossExecutors(FIXED_POOL)
        void plain() throws InterruptedException {
            Journal.write(WarmupTestCase.COMPANY.join());
        }
    }

    @Test
    @DisplayName("a timed body in a class template runs alone, too, be the class annotated or parameterized")
    void timedBodiesOfClassTemplatesRunAlone() {
        EngineRun run = inParallel(
                3, TimedClassTestCase.class, TimedInParameterizedTestCase.class, BesideTimedClassTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly(1, 1, 1);
    }

    @AcrossExecutors(value = FIXED_POOL, rounds = 2)
    static class TimedClassTestCase {
        private static final Company COMPANY = new Company(3);

        @Test
        void timed(Task task) throws InterruptedException {
            if (task.round() == 1) {
                Journal.write(COMPANY.join());
            }
        }
    }

    @ParameterizedClass
    @ValueSource(ints = 1)
    record TimedInParameterizedTestCase(int parameter) {
        @AcrossExecutors(value = FIXED_POOL, rounds = 2)
        void timed(Task task) throws InterruptedException {
            if (task.round() == 1) {
                Journal.write(TimedClassTestCase.COMPANY.join());
            }
        }
    }

    static class BesideTimedClassTestCase {
        @Test
        void any() throws InterruptedException {
            Journal.write(TimedClassTestCase.COMPANY.join());
        }
    }

    @Test
    @DisplayName("the dynamic tests of one factory follow each other under each model, though told to run concurrently")
    void dynamicTestsFollowEachOther() {
        EngineRun run = inParallel(4, ConcurrentFactoryTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly(1, 1);
        assertThat(run.report().findValuesAsText("displayName")).containsExactlyInAnyOrder("one", "two");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @AcrossExecutors(SEQUENTIAL)
    static class ConcurrentFactoryTestCase {
        private static final Company COMPANY = new Company(2);

        @TestFactory
        Stream<DynamicTest> makes() {
            return Stream.of("one", "two").map(name -> dynamicTest(name, () -> Journal.write(COMPANY.join())));
        }
    }

    @Test
    @DisplayName("JUnit's thread, while it waits for a worker or for a stage, does not make its pool start more tests")
    void waitingStartsNoMoreTests() {
        EngineRun run =
                inParallel(2, Crowd1TestCase.class, Crowd2TestCase.class, Crowd3TestCase.class, Crowd4TestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal())
                .hasSize(4 * 5)
                .allSatisfy(present -> assertThat((Integer) present).isLessThanOrEqualTo(2));
    }

    static class Crowd1TestCase {
        private static final Company COMPANY = new Company(3);

        @AcrossExecutors(FIXED_POOL)
        void once() throws InterruptedException {
            Journal.write(COMPANY.join());
        }

        @AcrossExecutors(value = FORK_JOIN, tasks = 2, workers = 2)
        void copies(Task task) throws InterruptedException {
            if (task.index() == 0) {
                Journal.write(COMPANY.join());
            }
        }

        @AcrossExecutors(FIXED_POOL)
        void injected(ExecutorService executor) throws Exception {
            Journal.write(executor.submit(COMPANY::join).get());
        }

        @AcrossExecutors({SEQUENTIAL, EVENT_LOOP})
        void staged(Task task) {
            CompletableFuture<Integer> present = new CompletableFuture<>();
            task.completeWhen(present.thenAcceptAsync(Journal::write, task.loop()));
            Thread thread = new Thread(() -> complete(present), "elsewhere");
            thread.setDaemon(true);
            thread.start();
        }

        private static void complete(CompletableFuture<Integer> present) {
            try {
                present.complete(COMPANY.join());
            } catch (InterruptedException e) {
                present.completeExceptionally(e);
            }
        }
    }

    static class Crowd2TestCase extends Crowd1TestCase {}

    static class Crowd3TestCase extends Crowd1TestCase {}

    static class Crowd4TestCase extends Crowd1TestCase {}
}
