package io.github.acrossexecutors.benchmarks.overhead;

import static io.github.acrossexecutors.benchmarks.overhead.EmptyBodies.ROUNDS;
import static io.github.acrossexecutors.benchmarks.overhead.EmptyBodies.TASKS;
import static io.github.acrossexecutors.benchmarks.overhead.EmptyBodies.WORKERS;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An operation is one empty task: of {@code invokeAll}, of a round, of a repeated test. {@link Row} tells them apart.
 *
 * <p>JUnit's launcher and engine are much code. On a busy machine the compiler starves behind it and is not through after
 * twelve seconds, so code waits for its compilation here, and is warm after four.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:-BackgroundCompilation"})
@Warmup(iterations = 7, time = 1)
@Measurement(iterations = 2, time = 1)
public class OverheadBenchmark {

    /** For JMH. */
    public OverheadBenchmark() {}

    /** The pool that the extension's {@code FIXED_POOL} makes, without the extension. */
    @State(Scope.Thread)
    public static class Pool {

        private final ExecutorService executor = Executors.newFixedThreadPool(WORKERS);
        private final List<Callable<Integer>> tasks = Collections.nCopies(TASKS, () -> 0);

        /** For JMH. */
        public Pool() {}

        /** End the workers. */
        @TearDown
        public void stop() {
            executor.shutdown();
        }
    }

    /** What the extension itself says a task took, in the mean over the runs of an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class RoundTime {

        private long medianNanos;
        private long runs;

        /** For JMH. */
        public RoundTime() {}

        /** Begin anew. */
        @Setup(Level.Iteration)
        public void reset() {
            medianNanos = 0;
            runs = 0;
        }

        /**
         * {@return nanoseconds per task}
         */
        public double nanosPerTask() {
            return (double) medianNanos / runs / TASKS;
        }

        void add(long nanos) {
            medianNanos += nanos;
            runs++;
        }
    }

    /** Rounds whose table and report somebody wants; the table goes nowhere. */
    @State(Scope.Thread)
    public static class Reporting {

        private final PrintStream console = System.out;
        private final LauncherRun run = LauncherRun.reporting(EmptyBodies.OneRoundTestCase.class, 1);

        /** For JMH. */
        public Reporting() {}

        /** Print into the void. */
        @Setup
        public void hush() {
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        }

        /**
         * Begin a report.
         *
         * @throws IOException if the one before cannot be deleted
         */
        @Setup(Level.Invocation)
        public void begin() throws IOException {
            LauncherRun.forgetReport();
        }

        /** Print again. */
        @TearDown
        public void speak() {
            System.setOut(console);
        }
    }

    /** The runs that show nothing. */
    @State(Scope.Thread)
    public static class Silent {

        private final LauncherRun manyRounds = LauncherRun.silent(EmptyBodies.ManyRoundsTestCase.class, 1);
        private final LauncherRun oneRound = LauncherRun.silent(EmptyBodies.OneRoundTestCase.class, 1);
        private final LauncherRun repeated = LauncherRun.silent(EmptyBodies.RepeatedTestCase.class, TASKS);
        private final LauncherRun single = LauncherRun.silent(EmptyBodies.SingleTestCase.class, 1);

        /** For JMH. */
        public Silent() {}
    }

    /**
     * Have 1,000 tasks done by a pool that stands ready.
     *
     * @param pool the pool
     * @return their results
     * @throws InterruptedException never
     */
    @Benchmark
    @Warmup(iterations = 3, time = 1)
    @OperationsPerInvocation(TASKS)
    public List<Future<Integer>> invokeAll(Pool pool) throws InterruptedException {
        return pool.executor.invokeAll(pool.tasks);
    }

    /**
     * Execute a test of many rounds.
     *
     * @param silent the run
     * @param time takes the extension's own figure
     */
    @Benchmark
    @Warmup(iterations = 3, time = 1)
    @OperationsPerInvocation(TASKS * ROUNDS)
    public void manyRounds(Silent silent, RoundTime time) {
        time.add(silent.manyRounds.execute());
    }

    /**
     * Execute a test of one round.
     *
     * @param silent the run
     * @return the extension's own figure
     */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public long oneRound(Silent silent) {
        return silent.oneRound.execute();
    }

    /**
     * Execute a test of one round, with table and report.
     *
     * @param reporting the run
     * @return the extension's own figure
     */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public long oneRoundReported(Reporting reporting) {
        return reporting.run.execute();
    }

    /**
     * Execute a test that JUnit repeats.
     *
     * @param silent the run
     * @return 0
     */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public long repeatedTest(Silent silent) {
        return silent.repeated.execute();
    }

    /**
     * Execute one plain test, which is what the launcher costs by itself, as if it were 1,000.
     *
     * @param silent the run
     * @return 0
     */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public long launcherAlone(Silent silent) {
        return silent.single.execute();
    }
}
