package io.github.acrossexecutors.benchmarks.overhead;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One test class, found and executed by JUnit's launcher as often as one likes.
 *
 * <p>Nothing listens but a counter, without which a class that fails at once would look fast.
 */
final class LauncherRun {

    private static final String MEDIAN = "across.wall.median.nanos";

    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build());
    private final LauncherDiscoveryRequest request;
    private final int tests;

    private LauncherRun(LauncherDiscoveryRequest request, int tests) {
        this.request = request;
        this.tests = tests;
    }

    /** Of a class with so many tests; the extension shows nothing. */
    static LauncherRun silent(Class<?> testCase, int tests) {
        LauncherDiscoveryRequest request = request(testCase)
                .configurationParameter("across.table", "false")
                .configurationParameter("across.report", "false")
                .build();
        return new LauncherRun(request, tests);
    }

    /** Of a class with so many tests; the extension prints its tables and writes its {@code report.json} below {@code target}. */
    static LauncherRun reporting(Class<?> testCase, int tests) {
        LauncherDiscoveryRequest request = request(testCase)
                .configurationParameter("across.report.views", "false")
                .configurationParameter("junit.platform.reporting.output.dir", "target/overhead")
                .build();
        return new LauncherRun(request, tests);
    }

    private static LauncherDiscoveryRequestBuilder request(Class<?> testCase) {
        return LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .selectors(DiscoverySelectors.selectClass(testCase));
    }

    /**
     * Find and execute the class.
     *
     * @return what the extension says is the median wall time of a round, in nanoseconds; 0 if it was not at work
     * @throws IllegalStateException if not every test passed
     */
    long execute() {
        Counter counter = new Counter();
        launcher.execute(request, counter);
        if (counter.passed != tests || !counter.wrong.isEmpty()) {
            throw new IllegalStateException(
                    counter.passed + " tests passed, not " + tests + ", and this went wrong: " + counter.wrong);
        }
        return counter.medianNanos;
    }

    private static final class Counter implements TestExecutionListener {

        private final List<String> wrong = new ArrayList<>();
        private int passed;
        private long medianNanos;

        @Override
        public void executionSkipped(TestIdentifier node, String reason) {
            wrong.add(node.getDisplayName() + " was skipped: " + reason);
        }

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                wrong.add(node.getDisplayName() + ": " + result);
            } else if (node.isTest()) {
                passed++;
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier node, ReportEntry entry) {
            medianNanos = Long.parseLong(entry.getKeyValuePairs().getOrDefault(MEDIAN, "0"));
        }
    }
}
