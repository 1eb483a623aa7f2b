package io.github.acrossexecutors.runner.host;

import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.MethodResult.Status;
import io.github.acrossexecutors.runner.link.Report;
import io.github.acrossexecutors.runner.link.Request;
import java.util.List;
import java.util.Optional;
import koans.kit.Guarantee;
import koans.kit.Timeline;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the methods of one test class, each by a request of its own, in the order the class gives them.
 *
 * <p><b>Threads:</b> confined to the thread of the run, whose context class loader sees the test.
 */
final class KoanRun {

    private final Request.Run request;
    private final ReportLine line;
    private final Launcher launcher = launcher();
    private boolean timedOut;
    private boolean failed;

    KoanRun(Request.Run request, ReportLine line) {
        this.request = request;
        this.line = line;
    }

    /** Nothing but what is asked for may take part: no listener, filter or engine that happens to lie on the class path. */
    static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build());
    }

    /** Returns why nothing could be run, as a sentence; empty if something was. */
    String runAll(ClassLoader loader) {
        TestPlan plan = launcher.discover(discovery(DiscoverySelectors.selectClass(loader, request.testClass())));
        List<TestIdentifier> tests = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .filter(this::wanted)
                .toList();
        if (tests.isEmpty()) {
            return "The test " + request.testClass() + " has no test method"
                    + (request.methods().isEmpty() ? "." : " called " + String.join(", ", request.methods()) + ".");
        }
        for (TestIdentifier test : tests) {
            MethodResult result = runOne(test);
            if (request.stopAtFirstFailure() && result.status() == Status.FAILED) {
                break;
            }
        }
        return "";
    }

    /** Whether some method took so long that its watchdog must have given up on it. */
    boolean timedOut() {
        return timedOut;
    }

    /** Whether some method failed. */
    boolean failed() {
        return failed;
    }

    private MethodResult runOne(TestIdentifier test) {
        String method = source(test).map(MethodSource::getMethodName).orElse(test.getDisplayName());
        line.send(new Report.Started(method));
        Timeline.ofThisJvm().begin(method);
        MethodRun run = new MethodRun(new Trace(request.judgedClass(), request.testClass()), method, guarantee(test));
        launcher.execute(discovery(DiscoverySelectors.selectUniqueId(test.getUniqueIdObject())), run);
        MethodResult result = run.result();
        timedOut |= result.millis() >= request.deadlineMillis();
        failed |= result.status() == Status.FAILED;
        line.send(new Report.Finished(result));
        return result;
    }

    private boolean wanted(TestIdentifier test) {
        return request.methods().isEmpty()
                || source(test)
                        .filter(source -> request.methods().contains(source.getMethodName()))
                        .isPresent();
    }

    private static int guarantee(TestIdentifier test) {
        return source(test)
                .map(source -> source.getJavaMethod().getAnnotation(Guarantee.class))
                .map(Guarantee::value)
                .orElse(0);
    }

    private static Optional<MethodSource> source(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
    }

    private static LauncherDiscoveryRequest discovery(org.junit.platform.engine.DiscoverySelector selector) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .enableImplicitConfigurationParameters(false)
                .build();
    }
}
