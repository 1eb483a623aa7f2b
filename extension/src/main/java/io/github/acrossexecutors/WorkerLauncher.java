package io.github.acrossexecutors;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.acrossexecutors.execution.TaskFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

/**
 * Runs one invocation of a test by JUnit's launcher, in a worker JVM: the one class that knows the launcher, which a team may
 * not have.
 *
 * <p>Nothing registers itself: listeners would write every report a second time.
 */
final class WorkerLauncher {

    private static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();

    private WorkerLauncher() {}

    /** Run it on the calling thread, and tell what failed. */
    static List<TaskFailure> execute(String uniqueId, Map<String, String> parameters) {
        Failures failures = new Failures();
        LauncherFactory.create(ALONE)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectUniqueId(uniqueId))
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .configurationParameters(parameters)
                                .build(),
                        failures);
        if (!failures.foundTest) {
            failures.add(
                    "the search for the test",
                    new IllegalStateException("a worker JVM found no test " + uniqueId
                            + ": its class path, or what its tests are made of, differs from this JVM's."));
        }
        return failures.all;
    }

    /** Collects what fails, be it a test or what surrounds it. */
    private static final class Failures implements TestExecutionListener {

        private final List<TaskFailure> all = new ArrayList<>();
        private boolean foundTest;

        @Override
        public void executionStarted(TestIdentifier node) {
            foundTest |= node.isTest();
        }

        @Override
        public void executionSkipped(TestIdentifier node, String reason) {
            foundTest = true;
            add(node.getDisplayName(), new TestAbortedException("skipped in a worker JVM: " + reason));
        }

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            result.getThrowable().ifPresent(thrown -> {
                foundTest = true;
                add("the life-cycle of " + node.getDisplayName(), thrown);
            });
        }

        void add(String what, Throwable thrown) {
            all.add(new TaskFailure(1, what, Thread.currentThread().getName(), thrown));
        }
    }
}
