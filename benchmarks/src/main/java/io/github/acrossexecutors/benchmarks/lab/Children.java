package io.github.acrossexecutors.benchmarks.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Starts the JVMs of a laboratory and ends each of them, at the latest with this JVM. They run the same Java, with the same
 * class path.
 *
 * <p><b>Threads:</b> for one caller alone; a shutdown hook ends what is left, also after Ctrl-C. Hogs end themselves if
 * this JVM is killed.
 */
public final class Children {

    private final Path errors;
    private final Set<Process> living = ConcurrentHashMap.newKeySet();

    /**
     * Be ready to start children.
     *
     * @param errors the file for what they complain of
     */
    public Children(Path errors) {
        this.errors = errors;
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().unstarted(() -> living.forEach(process -> process.destroyForcibly())));
    }

    /**
     * Start hogs, and wait until each of them has begun.
     *
     * @param number how many
     * @param busyMillis for how long each is busy
     * @param idleMillis for how long it is idle after that
     * @param cpus the CPUs that they are held to, as taskset takes them; empty for all
     * @return the hogs, to be ended by the caller
     * @throws IOException if one does not start
     */
    public List<Process> hogs(int number, int busyMillis, int idleMillis, Optional<String> cpus) throws IOException {
        List<Process> hogs = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                Process hog = start(
                        List.of(
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx16m",
                                Hog.class.getName(),
                                Integer.toString(busyMillis),
                                Integer.toString(idleMillis)),
                        cpus);
                hogs.add(hog);
                if (!"ready".equals(hog.inputReader().readLine())) {
                    throw new IOException("a hog did not start: " + complaints());
                }
            }
            return hogs;
        } catch (IOException e) {
            end(hogs);
            throw e;
        }
    }

    /**
     * Run a JVM to its end.
     *
     * @param arguments the JVM's options, the main class and its arguments
     * @param cpus the CPUs that it is held to, as taskset takes them; empty for all
     * @param limit how long it may take
     * @return the one line that it prints, which is shorter than a pipe's buffer
     * @throws IOException if it prints none, ends with another code than 0, or does not end in time
     * @throws InterruptedException if the caller is interrupted
     */
    public String line(List<String> arguments, Optional<String> cpus, Duration limit)
            throws IOException, InterruptedException {
        Process process = start(arguments, cpus);
        try {
            // The line is shorter than a pipe's buffer, so nobody need read it before the end.
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it did not end in " + limit.toSeconds() + " s: " + complaints());
            }
            String line = process.inputReader().readLine();
            if (process.exitValue() != 0 || line == null) {
                throw new IOException("it ended with exit code " + process.exitValue() + ": " + complaints());
            }
            return line;
        } finally {
            end(List.of(process));
        }
    }

    /**
     * End processes, and wait until they are gone, so that they burn nothing beside what comes next.
     *
     * @param processes some that this object started
     */
    public void end(List<Process> processes) {
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

    private Process start(List<String> arguments, Optional<String> cpus) throws IOException {
        List<String> command = new ArrayList<>();
        cpus.ifPresent(list -> command.addAll(List.of("taskset", "-c", list)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        living.add(process);
        return process;
    }

    private String complaints() throws IOException {
        File file = errors.toFile();
        return file.exists() ? Files.readString(errors) : "";
    }
}
