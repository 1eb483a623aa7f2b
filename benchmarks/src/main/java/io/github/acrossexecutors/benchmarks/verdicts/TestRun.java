package io.github.acrossexecutors.benchmarks.verdicts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

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
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .selectors(DiscoverySelectors.selectClass(testCase))
                .configurationParameter("across.table", "false")
                .configurationParameter("across.report.views", "false")
                .configurationParameter("across.speedup.budget", budget.toMillis() + " ms")
                .configurationParameter("junit.platform.reporting.output.dir", output.toString())
                .build();
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        Listener listener = new Listener();
        LauncherFactory.create(config).execute(request, listener);
        return new TestRun(listener.entries, listener.failures, listener.seconds, longestRound(output) / 1e9);
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

    private static final class Listener implements TestExecutionListener {

        private final List<Map<String, String>> entries = new ArrayList<>();
        private final List<Throwable> failures = new ArrayList<>();
        private long startNanos;
        private double seconds;

        @Override
        public void executionStarted(TestIdentifier node) {
            startNanos = System.nanoTime();
        }

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            if (node.isTest()) {
                seconds = (System.nanoTime() - startNanos) / 1e9;
            }
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                result.getThrowable().ifPresent(failures::add);
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier node, ReportEntry entry) {
            entries.add(entry.getKeyValuePairs());
        }
    }
}
