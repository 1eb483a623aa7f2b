package io.github.acrossexecutors.benchmarks.report;

import io.github.acrossexecutors.report.JsonReport;
import io.github.acrossexecutors.report.RunReport;
import io.github.acrossexecutors.report.TestRecord;
import io.github.acrossexecutors.report.TestStatus;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** Writes the report of 200 tests under 7 models, 5 rounds of 100 tasks each, as a JVM of tests does, and says how long it took. */
public final class ReportCost {

    private static final List<String> MODELS = List.of(
            "SEQUENTIAL",
            "PLATFORM_THREADS",
            "FIXED_POOL",
            "FORK_JOIN",
            "VIRTUAL_THREADS",
            "EVENT_LOOP",
            "PROCESS_POOL");
    private static final int TESTS = 200;
    private static final int ROUNDS = 5;
    private static final int TASKS = 100;

    private ReportCost() {}

    /**
     * Writes one report; the only argument is the directory it goes into.
     *
     * @param arguments the directory
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path own = Files.createDirectories(Path.of(arguments[0]).resolve(RunReport.directoryOfThisJvm()));
        Spent json = new Spent();
        Spent views = new Spent();
        json.begin();
        JsonReport report = JsonReport.start(own.resolve("report.json"));
        json.end();
        for (int test = 0; test < TESTS; test++) {
            for (String model : MODELS) {
                TestRecord result = test(test, model);
                json.begin();
                report.append(result);
                json.end();
            }
        }
        views.begin();
        Path page = RunReport.write(report);
        views.end();
        System.out.printf(
                "report.json %s, the other three %s, all %d ms; %d MB of JSON, %d MB of page%n",
                json,
                views,
                (json.wallNanos + views.wallNanos) / 1_000_000,
                Files.size(report.file()) >> 20,
                Files.size(page) >> 20);
    }

    /** Time that went by, and CPU time of this thread in it. */
    private static final class Spent {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long wallNanos;
        private long cpuNanos;

        void begin() {
            wallNanos -= System.nanoTime();
            cpuNanos -= threads.getCurrentThreadCpuTime();
        }

        void end() {
            wallNanos += System.nanoTime();
            cpuNanos += threads.getCurrentThreadCpuTime();
        }

        @Override
        public String toString() {
            return wallNanos / 1_000_000 + " ms (" + cpuNanos / 1_000_000 + " ms of CPU)";
        }
    }

    private static TestRecord test(int number, String model) {
        Random random = new Random(number);
        String name = "measuresTheThing" + number;
        List<Round> rounds = IntStream.rangeClosed(1, ROUNDS)
                .mapToObj(round -> round(round, model, name, random))
                .toList();
        return new TestRecord(
                "com.example.shop.PriceServiceTest",
                name,
                "PriceServiceTest." + name,
                name + "() under " + model,
                "[engine:junit-jupiter]/[class:com.example.shop.PriceServiceTest]/[test-template:" + name
                        + "()]/[test-template-invocation:#" + model + "]",
                "copies",
                TestStatus.PASSED,
                List.of(),
                new Timings(model, OptionalInt.of(8), TASKS, rounds));
    }

    private static Round round(int number, String model, String name, Random random) {
        List<Span> spans = IntStream.range(0, TASKS)
                .mapToObj(task -> {
                    long start = task / 8 * 20_000_000L + random.nextInt(1_000_000);
                    long took = 18_000_000L + random.nextInt(1_500_000);
                    OptionalLong cpu = model.equals("VIRTUAL_THREADS")
                            ? OptionalLong.empty()
                            : OptionalLong.of(random.nextInt(9_000_000));
                    String worker = model.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + task % 8;
                    return new Span(task, worker + " " + name, start, start + took, cpu);
                })
                .toList();
        return new Round(number, false, 300_000_000L + random.nextInt(9_000_000), 0, 0, spans);
    }
}
