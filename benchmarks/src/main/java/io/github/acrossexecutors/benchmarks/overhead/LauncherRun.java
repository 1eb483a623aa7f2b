package io.github.acrossexecutors.benchmarks.overhead;

import io.github.acrossexecutors.benchmarks.lab.TestClass;
import io.github.acrossexecutors.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A test class of empty bodies, executed as often as one likes. */
final class LauncherRun {

    private static final String MEDIAN = "across.wall.median.nanos";
    private static final Path OUTPUT = Path.of("target", "overhead");

    private final TestClass testClass;
    private final int tests;

    private LauncherRun(Class<?> testCase, int tests, Map<String, String> parameters) {
        this.testClass = new TestClass(testCase, parameters);
        this.tests = tests;
    }

    /** Of a class with so many tests; the extension shows nothing. */
    static LauncherRun silent(Class<?> testCase, int tests) {
        return new LauncherRun(testCase, tests, Map.of("across.table", "false", "across.report", "false"));
    }

    /** Of a class with so many tests; the extension prints its tables and writes {@code report.json} below {@code target}. */
    static LauncherRun reporting(Class<?> testCase, int tests) {
        return new LauncherRun(
                testCase,
                tests,
                Map.of("across.report.views", "false", "junit.platform.reporting.output.dir", OUTPUT.toString()));
    }

    /** Forget the report, which an execution would go on with: one of a thousand executions is not what a build writes. */
    static void forgetReport() throws IOException {
        Files.deleteIfExists(OUTPUT.resolve("junit-jupiter")
                .resolve(RunReport.directoryOfThisJvm())
                .resolve("report.json"));
    }

    /**
     * Find and execute the class.
     *
     * @return what the extension says is the median wall time of a round, in nanoseconds; 0 if it was not at work
     * @throws IllegalStateException if not every test passed
     */
    long execute() {
        return testClass.execute().requirePassed(tests).entries().stream()
                .mapToLong(entry -> Long.parseLong(entry.getOrDefault(MEDIAN, "0")))
                .reduce(0, (before, last) -> last);
    }
}
