package io.github.acrossexecutors.benchmarks.lab;

import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A test class, found and executed by JUnit's launcher as often as one likes. Nobody listens but who tells what happened. */
public final class TestClass {

    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build());
    private final LauncherDiscoveryRequest request;

    /**
     * Select a class.
     *
     * @param type the class
     * @param parameters JUnit's configuration parameters; there are no others
     */
    public TestClass(Class<?> type, Map<String, String> parameters) {
        this.request = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .configurationParameters(parameters)
                .selectors(DiscoverySelectors.selectClass(type))
                .build();
    }

    /**
     * Find and execute the class.
     *
     * @return what its nodes told
     */
    public TestClassRun execute() {
        TestClassRun.Listener listener = new TestClassRun.Listener();
        launcher.execute(request, listener);
        return listener.run();
    }
}
