package io.github.acrossexecutors;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What worker JVMs find their classes on: this JVM's class path and module path, all of it as class path, and what a build
 * tool has put beside them, as Surefire does with JUnit's launcher.
 */
final class WorkerClassPath {

    private static final List<String> BESIDE = List.of(
            AcrossExecutors.class.getName(),
            "org.junit.platform.launcher.core.LauncherFactory",
            "org.junit.platform.engine.TestEngine",
            "org.junit.jupiter.engine.JupiterTestEngine");

    private WorkerClassPath() {}

    static List<Path> ofThisJvm() {
        Set<Path> entries = new LinkedHashSet<>();
        Stream.of("java.class.path", "jdk.module.path")
                .flatMap(key -> Stream.of(System.getProperty(key, "").split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .forEach(entries::add);
        ClassLoader loader = AcrossExecutors.class.getClassLoader();
        for (String name : BESIDE) {
            ReflectionSupport.tryToLoadClass(name, loader).toOptional().ifPresent(type -> add(type, entries));
        }
        return List.copyOf(entries);
    }

    private static void add(Class<?> type, Set<Path> entries) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation() != null) {
            try {
                entries.add(Path.of(source.getLocation().toURI()));
            } catch (URISyntaxException | IllegalArgumentException e) {
                // It is no file, so it cannot be put on a class path.
            }
        }
    }
}
