package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.host.KoanHost;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a child JVM is started.
 *
 * <p>The compiler is left as it is: with {@code -XX:TieredStopAtLevel=1} a child is up a few milliseconds sooner, but a loop on a plain stop flag, which
 * hangs under the full compiler, ends; a wrong answer would be called right. The heap is bounded because children are kept.
 *
 * @param classPath what the child sees besides the koan
 * @param options further options of the JVM
 */
record ChildCommand(String classPath, List<String> options) {

    private static final List<String> FIXED = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+DisplayVMOutputToStderr",
            "-Dfile.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Djava.awt.headless=true");

    ChildCommand {
        classPath = Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        options = List.copyOf(options);
    }

    /** The same from jars that hold the same classes, with further options. */
    ChildCommand from(List<Path> jars, List<String> further) {
        String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new ChildCommand(
                path, Stream.concat(options.stream(), further.stream()).toList());
    }

    List<String> allOptions() {
        return Stream.concat(FIXED.stream(), options.stream()).toList();
    }

    /** The class path travels in the environment: it may be longer than Windows allows a command to be. */
    Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(allOptions());
        command.add(KoanHost.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", classPath);
        return builder.start();
    }
}
