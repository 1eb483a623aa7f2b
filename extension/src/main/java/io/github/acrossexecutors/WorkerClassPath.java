package io.github.acrossexecutors;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What worker JVMs find their classes on: this JVM's class path and module path, all of it as class path, and what a build
 * tool has put beside them, as Surefire does with JUnit's launcher.
 *
 * @param entries files and directories
 * @param archivable the jars of this library and of JUnit; none where one of them is no jar, or holds another one
 */
record WorkerClassPath(List<Path> entries, List<Path> archivable) {

    private static final List<String> BESIDE = List.of(
            AcrossExecutors.class.getName(),
            "org.junit.platform.launcher.core.LauncherFactory",
            "org.junit.platform.engine.TestEngine",
            "org.junit.jupiter.engine.JupiterTestEngine");

    /** One class of each further jar that a worker reads whatever its test is. */
    private static final List<String> ARCHIVABLE = List.of(
            "org.junit.platform.commons.JUnitException",
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.params.ParameterizedTest",
            "org.opentest4j.AssertionFailedError",
            "org.apiguardian.api.API",
            "org.jspecify.annotations.NullMarked");

    static WorkerClassPath ofThisJvm() {
        List<Path> beside = sources(BESIDE);
        Set<Path> entries = new LinkedHashSet<>();
        Stream.of("java.class.path", "jdk.module.path")
                .flatMap(key -> Stream.of(System.getProperty(key, "").split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .forEach(entries::add);
        entries.addAll(beside);
        List<Path> jars = new ArrayList<>(beside);
        jars.addAll(sources(ARCHIVABLE));
        boolean eachAJar = jars.stream().allMatch(WorkerClassPath::isJar);
        return new WorkerClassPath(
                List.copyOf(entries), eachAJar && new HashSet<>(jars).size() == jars.size() ? jars : List.of());
    }

    /**
     * The same with the archivable jars first, because an archive fits only where a class path begins with its jars, and
     * class paths of tests begin with directories. Nobody has another version of these classes in front of them, or that one
     * would have been found; of everything else the order is kept.
     */
    List<Path> archivableFirst() {
        Set<Path> moved = new HashSet<>();
        archivable.forEach(jar -> moved.add(real(jar)));
        return Stream.concat(archivable.stream(), entries.stream().filter(entry -> !moved.contains(real(entry))))
                .toList();
    }

    /** A class loader may know a jar by another path than the class path has for it. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static boolean isJar(Path path) {
        return Files.isRegularFile(path) && path.toString().endsWith(".jar");
    }

    private static List<Path> sources(List<String> names) {
        ClassLoader loader = AcrossExecutors.class.getClassLoader();
        List<Path> sources = new ArrayList<>();
        for (String name : names) {
            ReflectionSupport.tryToLoadClass(name, loader).toOptional().ifPresent(type -> add(type, sources));
        }
        return sources;
    }

    private static void add(Class<?> type, List<Path> entries) {
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
