package io.github.acrossexecutors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What test cases write down while several JVMs run them: a file, found by a system property, which travels to worker JVMs.
 * Each entry tells its test case and the process that wrote it.
 *
 * <p><b>Threads:</b> safe, for several processes too: each entry is appended by one write.
 */
final class SharedJournal {

    private static final String FILE = "across.test.journal";

    private SharedJournal() {}

    /** Open it before JUnit runs test cases. */
    static void open() {
        synchronized (SharedJournal.class) {
            if (System.getProperty(FILE) == null) {
                try {
                    Path file = Files.createTempFile("journal", ".txt");
                    file.toFile().deleteOnExit();
                    System.setProperty(FILE, file.toString());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    static void write(Object testCase, String what) {
        write(testCase.getClass(), what);
    }

    static void write(Class<?> testCase, String what) {
        long pid = ProcessHandle.current().pid();
        String line = testCase.getSimpleName() + ";" + pid + ";" + what + "\n";
        try {
            Files.write(
                    Path.of(System.getProperty(FILE)),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One entry: who wrote what. */
    record Entry(long pid, String what) {

        boolean isOfThisJvm() {
            return pid == ProcessHandle.current().pid();
        }
    }

    /** What was written by a test case, in any JVM. */
    static List<Entry> of(Class<?> testCase) {
        try {
            return Files.readAllLines(Path.of(System.getProperty(FILE))).stream()
                    .map(line -> line.split(";", 3))
                    .filter(parts -> parts[0].equals(testCase.getSimpleName()))
                    .map(parts -> new Entry(Long.parseLong(parts[1]), parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What worker JVMs wrote, in their order. */
    static List<String> ofWorkers(Class<?> testCase) {
        return of(testCase).stream()
                .filter(entry -> !entry.isOfThisJvm())
                .map(Entry::what)
                .toList();
    }

    /** What this JVM wrote. */
    static List<String> ofThisJvm(Class<?> testCase) {
        return of(testCase).stream().filter(Entry::isOfThisJvm).map(Entry::what).toList();
    }
}
