package io.github.acrossexecutors;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/**
 * One run of test cases by JUnit's engine: its nodes, what it printed, its {@code report.json}, and what the test cases
 * wrote into the {@link Journal}.
 *
 * <p>The request is made by the launcher's builder, because that is the one way to an output directory that JUnit 5.13,
 * 5.14 and 6 share.
 */
record EngineRun(List<Node> nodes, String console, String errors, List<JsonNode> reports, List<Object> journal) {

    /** Run test cases with the extension's defaults, but without an archive of classes for workers. */
    static EngineRun of(Class<?>... testCases) {
        return with().run(testCases);
    }

    static Configured with(String... keysAndValues) {
        Configured configured = new Configured(request());
        for (int i = 0; i < keysAndValues.length; i += 2) {
            configured.request.configurationParameter(keysAndValues[i], keysAndValues[i + 1]);
        }
        return configured;
    }

    private static LauncherDiscoveryRequestBuilder request() {
        return LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .configurationParameter(Parameters.ARCHIVE, "false")
                .configurationParameter("across.report.views", "false");
    }

    List<Node> tests() {
        return nodes.stream().filter(Node::isTest).toList();
    }

    /** The one test whose path ends in the given words. */
    Node test(String end) {
        return single(tests().stream().filter(node -> node.path().endsWith(end)).toList(), end);
    }

    /** The nodes, tests and containers, that failed. */
    List<Node> failures() {
        return nodes.stream()
                .filter(node -> node.status() == Node.Status.FAILED)
                .toList();
    }

    /** The one node, test or container, that failed. */
    Node failed() {
        return single(failures(), "a failure");
    }

    /** The one report of this run. */
    JsonNode report() {
        if (reports.size() != 1) {
            throw new AssertionError("not one report but " + reports.size() + "; printed: " + errors);
        }
        return reports.get(0);
    }

    private Node single(List<Node> found, String wanted) {
        if (found.size() != 1) {
            throw new AssertionError("not one node for " + wanted + " but " + found.size() + " of " + nodes);
        }
        return found.get(0);
    }

    /** A run that is set up and has not begun. */
    record Configured(LauncherDiscoveryRequestBuilder request) {

        EngineRun run(Class<?>... testCases) {
            Path directory = newDirectory();
            try {
                return run(directory, testCases);
            } finally {
                delete(directory);
            }
        }

        EngineRun run(Path outputDirectory, Class<?>... testCases) {
            request.configurationParameter("junit.platform.reporting.output.dir", outputDirectory.toString());
            Arrays.stream(testCases).forEach(testCase -> request.selectors(selectClass(testCase)));
            Journal.take();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            PrintStream outBefore = System.out;
            PrintStream errBefore = System.err;
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            List<Event> events;
            try {
                events = EngineTestKit.execute("junit-jupiter", request.build())
                        .allEvents()
                        .list();
            } finally {
                System.setOut(outBefore);
                System.setErr(errBefore);
            }
            return new EngineRun(
                    nodes(events),
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8),
                    reports(outputDirectory),
                    Journal.take());
        }
    }

    private static List<Node> nodes(List<Event> events) {
        return events.stream()
                .filter(event -> event.getType() == EventType.FINISHED || event.getType() == EventType.SKIPPED)
                .map(event -> event.getType() == EventType.FINISHED
                        ? Node.finished(event, events)
                        : Node.skipped(event, events))
                .toList();
    }

    private static List<JsonNode> reports(Path directory) {
        ObjectMapper mapper = new ObjectMapper();
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.walk(directory) : Stream.empty()) {
            return files.filter(file -> file.endsWith("report.json") && Files.isRegularFile(file))
                    .map(file -> {
                        try {
                            return mapper.readTree(file.toFile());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("across-executors");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
