package io.github.acrossexecutors.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The build that this JVM belongs to: the nearest of its ancestors that is a JVM itself, which is Maven or Gradle. */
final class BuildProcess {

    private BuildProcess() {}

    /** When it started, in milliseconds since 1970; empty if nothing above this JVM is, or can be seen to be, a JVM. */
    static Optional<Long> startedMillis() {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        handle -> handle.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .map(ProcessHandle::info)
                .filter(info -> info.command().filter(BuildProcess::isJava).isPresent())
                .findFirst()
                .flatMap(ProcessHandle.Info::startInstant)
                .map(Instant::toEpochMilli);
    }

    private static boolean isJava(String command) {
        Path name = Path.of(command).getFileName();
        return name != null && name.toString().matches("(?i)javaw?(\\.exe)?");
    }
}
