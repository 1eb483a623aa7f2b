package io.github.acrossexecutors.benchmarks.verdicts;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Starts the JVMs of the laboratory and ends each of them, at the latest with this JVM.
 *
 * <p><b>Threads:</b> for one caller alone; a shutdown hook ends what is left, also after Ctrl-C. Hogs end themselves if
 * this JVM is killed.
 */
final class Children {

    private static final String PACKAGE = Children.class.getPackageName();

    private final Optional<String> cpus;
    private final Path errors;
    private final Set<Process> living = ConcurrentHashMap.newKeySet();

    /** Hold children to some CPUs, and write to a file what they complain of. */
    Children(Optional<String> cpus, Path errors) {
        this.cpus = cpus;
        this.errors = errors;
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().unstarted(() -> living.forEach(process -> process.destroyForcibly())));
    }

    /** Hogs, each of which has begun. */
    List<Process> hogs(Condition condition) throws IOException {
        List<Process> hogs = new ArrayList<>();
        try {
            for (int i = 0; i < condition.hogs; i++) {
                Process hog = start(List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PACKAGE + ".Hog",
                        Integer.toString(condition.busyMillis),
                        Integer.toString(condition.idleMillis)));
                hogs.add(hog);
                if (!"ready".equals(reader(hog).readLine())) {
                    throw new IOException("a hog did not start: " + complaints());
                }
            }
            return hogs;
        } catch (IOException e) {
            end(hogs);
            throw e;
        }
    }

    /** What a truth's JVM prints. */
    String line(Truth truth, int budgetSeconds) throws IOException, InterruptedException {
        Process process = start(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PACKAGE + ".OneTruth",
                truth.name(),
                Integer.toString(budgetSeconds)));
        try {
            // The line is shorter than a pipe's buffer, so nobody need read it before the end.
            if (!process.waitFor(60 + 5L * budgetSeconds, TimeUnit.SECONDS)) {
                throw new IOException("it did not end in " + (60 + 5 * budgetSeconds) + " s: " + complaints());
            }
            String line = reader(process).readLine();
            if (process.exitValue() != 0 || line == null) {
                throw new IOException("it ended with exit code " + process.exitValue() + ": " + complaints());
            }
            return line;
        } finally {
            end(List.of(process));
        }
    }

    /** End processes, and wait until they are gone, so that they burn nothing beside what comes next. */
    void end(List<Process> processes) {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            boolean interrupted = false;
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            living.remove(process);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        cpus.ifPresent(list -> command.addAll(List.of("taskset", "-c", list)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        living.add(process);
        return process;
    }

    private static BufferedReader reader(Process process) {
        return process.inputReader();
    }

    private String complaints() throws IOException {
        File file = errors.toFile();
        return file.exists() ? Files.readString(errors) : "";
    }
}
