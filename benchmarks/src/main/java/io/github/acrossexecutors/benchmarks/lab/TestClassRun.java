package io.github.acrossexecutors.benchmarks.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * One execution of a test class, its tests one after the other.
 *
 * @param nanos how long each test took that was not skipped, in their order
 * @param entries the report entries of all nodes, in their order
 * @param failures what made nodes fail
 * @param wrong a line for each node that was skipped, aborted, or failed
 */
public record TestClassRun(
        List<Long> nanos, List<Map<String, String>> entries, List<Throwable> failures, List<String> wrong) {

    /**
     * Make sure that a class that fails at once does not look fast.
     *
     * @param tests how many there are
     * @return this
     * @throws IllegalStateException if another number of tests ran, or if not all passed
     */
    public TestClassRun requirePassed(int tests) {
        if (nanos.size() != tests || !wrong.isEmpty()) {
            throw new IllegalStateException(
                    nanos.size() + " tests ran, expected " + tests + ", and this went wrong: " + wrong);
        }
        return this;
    }

    static final class Listener implements TestExecutionListener {

        private final List<Long> nanos = new ArrayList<>();
        private final List<Map<String, String>> entries = new ArrayList<>();
        private final List<Throwable> failures = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private long start;

        @Override
        public void executionStarted(TestIdentifier node) {
            start = System.nanoTime();
        }

        @Override
        public void executionSkipped(TestIdentifier node, String reason) {
            wrong.add(node.getDisplayName() + " was skipped: " + reason);
        }

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            if (node.isTest()) {
                nanos.add(System.nanoTime() - start);
            }
            if (result.getStatus() != Status.SUCCESSFUL) {
                wrong.add(node.getDisplayName() + ": " + result);
            }
            if (result.getStatus() == Status.FAILED) {
                result.getThrowable().ifPresent(failures::add);
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier node, ReportEntry entry) {
            entries.add(entry.getKeyValuePairs());
        }

        TestClassRun run() {
            return new TestClassRun(nanos, entries, failures, wrong);
        }
    }
}
