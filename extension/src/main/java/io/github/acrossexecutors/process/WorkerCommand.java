package io.github.acrossexecutors.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command that starts a worker JVM. Its options and class path travel as a file, because a class path may be longer
 * than a command line; the file is gone when the pool has ended.
 */
final class WorkerCommand implements AutoCloseable {

    /** What the JVM itself has to say must not get between the frames. */
    private static final List<String> QUIET_PIPE =
            List.of("-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:+DisplayVMOutputToStderr");

    private final Path file;
    private final List<String> command;

    WorkerCommand(WorkerSettings settings) {
        List<String> options = new ArrayList<>(QUIET_PIPE);
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("-XX:-UsePerfData");
        if (settings.jvmArgs().stream().noneMatch(WorkerCommand::choosesCollector)) {
            options.add("-XX:+UseSerialGC");
        }
        options.addAll(settings.jvmArgs());
        options.add("-cp");
        options.add(settings.classPath());
        options.add(WorkerMain.class.getName());
        options.add(Integer.toString(settings.maxFrameBytes()));
        file = write(options);
        command = List.of(java(), "@" + file);
    }

    private static boolean choosesCollector(String option) {
        return option.matches("-XX:\\+Use\\w+GC");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path write(List<String> options) {
        String text = options.stream()
                .map(option -> '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Path file = Files.createTempFile("process-pool-", ".args");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text, nativeCharset());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the options of worker JVMs into a file for temporary files", e);
        }
    }

    /** In what the launcher reads argument files: that of the system, which from JDK 18 on is not the default. */
    private static Charset nativeCharset() {
        return Charset.forName(System.getProperty("native.encoding", StandardCharsets.UTF_8.name()));
    }

    Process start() throws IOException {
        return new ProcessBuilder(command).start();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It goes with this JVM.
        }
    }
}
