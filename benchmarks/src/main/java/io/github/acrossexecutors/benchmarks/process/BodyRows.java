package io.github.acrossexecutors.benchmarks.process;

import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;

import io.github.acrossexecutors.AcrossExecutors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Measures test bodies that do nothing, each once in a worker JVM: the first of its class, for which the worker is started, and those after it.
 *
 * <p>What is timed is the whole test as JUnit's listeners see it. The class is executed once unmeasured: that makes the archive of classes from which
 * later workers start, and warms the parent. The argument names the directory for the archive.
 */
final class BodyRows {

    private static final int CLASSES = 10;
    private static final int TESTS = 6;

    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build());
    private final LauncherDiscoveryRequest request;

    private BodyRows(String archives) {
        request = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("across.table", "false")
                .configurationParameter("across.report", "false")
                .configurationParameter("across.archive.directory", archives)
                .selectors(DiscoverySelectors.selectClass(NothingTestCase.class))
                .build();
    }

    public static void main(String[] arguments) {
        BodyRows rows = new BodyRows(arguments[0]);
        rows.execute();
        List<Double> fresh = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            List<Double> millis = rows.execute();
            fresh.add(millis.get(0));
            kept.addAll(millis.subList(1, TESTS));
        }
        print("JUnit body in a fresh worker, ms", fresh);
        print("JUnit body in a kept worker, ms", kept);
    }

    private static void print(String what, List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        System.out.printf("ProcessPool\t%s\t%.3f%n", what, sorted[sorted.length / 2]);
    }

    private List<Double> execute() {
        Clock clock = new Clock();
        launcher.execute(request, clock);
        if (clock.millis.size() != TESTS || !clock.wrong.isEmpty()) {
            throw new IllegalStateException(clock.millis.size() + " tests passed, not " + TESTS + ": " + clock.wrong);
        }
        return clock.millis;
    }

    static class NothingTestCase {

        @AcrossExecutors(PROCESS_POOL)
        void first() {}

        @AcrossExecutors(PROCESS_POOL)
        void second() {}

        @AcrossExecutors(PROCESS_POOL)
        void third() {}

        @AcrossExecutors(PROCESS_POOL)
        void fourth() {}

        @AcrossExecutors(PROCESS_POOL)
        void fifth() {}

        @AcrossExecutors(PROCESS_POOL)
        void sixth() {}
    }

    /** Tests run one after the other, on one thread. */
    private static final class Clock implements TestExecutionListener {

        private final List<Double> millis = new ArrayList<>();
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
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                wrong.add(node.getDisplayName() + ": " + result);
            } else if (node.isTest()) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
    }
}
