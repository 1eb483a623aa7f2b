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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command that starts a worker JVM. Where a class path is longer than the command line of some systems may be, options
 * travel as a file, which is gone when the pool has ended; only a pool whose JVM was killed leaves such a file behind.
 */
final class WorkerCommand implements AutoCloseable {

    /** Windows takes 32,767 characters, quotes included. */
    private static final int MOST_CHARS = 30_000;
    /** What the JVM itself has to say must not get between the frames. */
    private static final List<String> QUIET_PIPE =
            List.of("-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:+DisplayVMOutputToStderr");
    /** All workers together may take this share of the memory, in percent; one alone no more than a JVM does by default. */
    private static final double ALL_HEAPS_PERCENT = 50;

    private static final double ONE_HEAP_PERCENT = 25;

    private final @Nullable Path file;
    private final List<String> command;

    WorkerCommand(WorkerSettings settings) {
        List<String> options = options(settings);
        int length = options.stream().mapToInt(option -> option.length() + 3).sum();
        if (length > MOST_CHARS) {
            file = write(options);
            command = List.of(java(), "@" + file);
        } else {
            file = null;
            command = Stream.concat(Stream.of(java()), options.stream()).toList();
        }
    }

    static List<String> options(WorkerSettings settings) {
        List<String> options = new ArrayList<>(QUIET_PIPE);
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("-XX:-UsePerfData");
        if (settings.jvmArgs().stream().noneMatch(WorkerCommand::choosesCollector)) {
            options.add("-XX:+UseSerialGC");
        }
        if (settings.jvmArgs().stream().noneMatch(WorkerCommand::choosesHeap)) {
            options.add("-XX:MaxRAMPercentage=" + Math.min(ONE_HEAP_PERCENT, ALL_HEAPS_PERCENT / settings.workers()));
            options.add("-XX:InitialRAMPercentage=0.2");
        }
        options.addAll(settings.jvmArgs());
        options.add("-cp");
        options.add(settings.classPath());
        options.add(WorkerMain.class.getName());
        options.add(Integer.toString(settings.maxFrameBytes()));
        return options;
    }

    private static boolean choosesHeap(String option) {
        return option.matches("-Xm[sxn].*|-XX:.*(HeapSize|RAMPercentage|MaxRAM)=.*");
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
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It goes with this JVM.
        }
    }
}
