package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.remote.HostedRun;
import io.github.acrossexecutors.remote.Launch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The life-cycle of one invocation of a test, to be executed by JUnit's launcher in a worker JVM.
 *
 * <p>What travels there: configuration parameters of this extension and of Jupiter, what is {@linkplain SharedResource
 * shared}, and the system properties of this JVM that a worker lacks. What Jupiter offers no way to list does not: further
 * configuration parameters that were given to the launcher alone.
 */
final class JUnitLaunch implements Launch {

    private static final long serialVersionUID = 1;

    /** Which run a worker JVM executes; unset in a JVM that is none. */
    static final String RUN = "across.worker.run";

    /** What is shared, by name. */
    static final String SHARED = "across.worker.shared.";

    private static final String ENGINE = "[engine:junit-jupiter]";
    private static final String LAUNCHER = "org.junit.platform.launcher.core.LauncherFactory";

    /**
     * What belongs to one JVM: what begins as the JDK's and the build tool's properties do, and those of the JVM's own whose
     * first word a team may use for properties of theirs.
     */
    private static final Pattern OF_THE_JVM = Pattern.compile("(java|javax|jdk|sun|awt|surefire)\\..*"
            + "|os\\.(name|arch|version)"
            + "|user\\.(name|home|dir|timezone|extensions)"
            + "|user\\.(language|country|region|script|variant)(\\.(display|format))?"
            + "|(file|path|line)\\.separator"
            + "|(file|native|stdin|stdout|stderr)\\.encoding|file\\.encoding\\.pkg");

    private static final List<String> TRAVELLING = List.of(
            "junit.jupiter.testinstance.lifecycle.default",
            "junit.jupiter.conditions.deactivate",
            "junit.jupiter.extensions.autodetection.enabled",
            "junit.jupiter.extensions.autodetection.include",
            "junit.jupiter.extensions.autodetection.exclude",
            "junit.jupiter.extensions.testinstantiation.extensioncontextscope.default",
            "junit.jupiter.displayname.generator.default",
            "junit.jupiter.testmethod.order.default",
            "junit.jupiter.testclass.order.default",
            "junit.jupiter.tempdir.cleanup.mode.default",
            "junit.jupiter.tempdir.factory.default",
            "junit.jupiter.params.displayname.default");

    /** In a worker one test runs and nobody reads reports; how long it may take is decided where it was sent from. */
    private static final Map<String, String> IN_A_WORKER = Map.of(
            "across.table", "false",
            "across.report", "false",
            "junit.jupiter.execution.parallel.enabled", "false",
            "junit.jupiter.execution.timeout.mode", "disabled",
            "junit.platform.output.capture.stdout", "false",
            "junit.platform.output.capture.stderr", "false");

    /** Which invocation. */
    private final String uniqueId;
    /** Configuration parameters. */
    private final TreeMap<String, String> parameters;
    /** System properties, for those that are not set there. */
    private final TreeMap<String, String> properties;

    JUnitLaunch(String uniqueId, Map<String, String> parameters, Map<String, String> properties) {
        this.uniqueId = uniqueId;
        this.parameters = new TreeMap<>(parameters);
        this.parameters.putAll(IN_A_WORKER);
        this.properties = new TreeMap<>(properties);
    }

    static JUnitLaunch of(ExtensionContext test) {
        TreeMap<String, String> parameters = Stream.concat(TRAVELLING.stream(), Parameters.ALL.stream())
                .flatMap(key -> test.getConfigurationParameter(key).map(value -> Map.entry(key, value)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        SharedResource.all(test).forEach((name, value) -> parameters.put(SHARED + name, value));
        String id = test.getUniqueId();
        return new JUnitLaunch(
                id.substring(Math.max(0, id.lastIndexOf(ENGINE))), parameters, travelling(System.getProperties()));
    }

    /** What of a JVM's properties other JVMs get. */
    static Map<String, String> travelling(Properties all) {
        Map<String, String> travelling = new TreeMap<>();
        for (String key : all.stringPropertyNames()) {
            if (!OF_THE_JVM.matcher(key).matches()) {
                travelling.put(key, all.getProperty(key));
            }
        }
        return travelling;
    }

    /** Why other JVMs of this class path cannot execute a life-cycle; empty if they can. */
    static Optional<String> missingIn(ClassLoader loader) {
        return ReflectionSupport.tryToLoadClass(LAUNCHER, loader).toOptional().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "PROCESS_POOL needs junit-platform-launcher on the class path, of the same release as Jupiter:"
                                + " its workers run JUnit themselves.");
    }

    @Override
    public List<TaskFailure> execute(HostedRun run) {
        properties.forEach((key, value) -> System.getProperties().putIfAbsent(key, value));
        TreeMap<String, String> all = new TreeMap<>(parameters);
        all.put(RUN, run.id().toString());
        return WorkerLauncher.execute(uniqueId, all);
    }
}
