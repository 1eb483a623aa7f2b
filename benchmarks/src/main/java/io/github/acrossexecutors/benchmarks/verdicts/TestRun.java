package io.github.acrossexecutors.benchmarks.verdicts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrossexecutors.benchmarks.lab.TestClass;
import io.github.acrossexecutors.benchmarks.lab.TestClassRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One test class, executed once by JUnit's launcher, and what its nodes told.
 *
 * @param entries the report entries of all nodes, in their order
 * @param failures what failed
 * @param lastTestSeconds how long the last node took
 * @param longestRoundSeconds the longest round that an expectation counted, 0 if there is none
 */
record TestRun(
        List<Map<String, String>> entries,
        List<Throwable> failures,
        double lastTestSeconds,
        double longestRoundSeconds) {

    static TestRun of(Class<?> testCase, Duration budget) {
        try {
            Path output = Files.createTempDirectory("verdicts");
            try {
                return of(testCase, budget, output);
            } finally {
                delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestRun of(Class<?> testCase, Duration budget, Path output) throws IOException {
        TestClassRun run = new TestClass(
                        testCase,
                        Map.of(
                                "across.table",
                                "false",
                                "across.report.views",
                                "false",
                                "across.speedup.budget",
                                budget.toMillis() + " ms",
                                "junit.platform.reporting.output.dir",
                                output.toString()))
                .execute();
        double lastSeconds = run.nanos().isEmpty() ? 0 : run.nanos().getLast() / 1e9;
        return new TestRun(run.entries(), run.failures(), lastSeconds, longestRound(output) / 1e9);
    }

    private static double longestRound(Path output) throws IOException {
        double longest = 0;
        for (Path file : files(output)) {
            if (file.endsWith("report.json")) {
                JsonNode report = new ObjectMapper().readTree(file.toFile());
                longest = Math.max(longest, longest(report.findValues("baselineNanos")));
                longest = Math.max(longest, longest(report.findValues("contenderNanos")));
            }
        }
        return longest;
    }

    private static double longest(List<JsonNode> nanos) {
        return nanos.stream().mapToDouble(JsonNode::asDouble).max().orElse(0);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        for (Path path : files(directory).reversed()) {
            Files.delete(path);
        }
    }
}
