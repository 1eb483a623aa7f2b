package io.github.acrossexecutors.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code report.html}, {@code report.csv} and {@code report.md} of several JVMs, made of their {@code report.json} files.
 *
 * <p>A test that several JVMs have reported from one place is shown as the youngest of them saw it, and one that a JVM has run
 * again as it came out last. A report that is damaged counts as far as it can be read, and the page says so.
 *
 * <p>Concurrency: JVMs that end at the same time write one after the other, under a lock file; each has finished its own
 * report before, so the last of them sees all. A file is put in place whole, by renaming.
 */
public final class RunReport {

    /** The three files, which lie beside the directories of the JVMs. */
    public static final List<String> FILES = List.of("report.html", "report.csv", "report.md");

    private static final Pattern OF_A_JVM = Pattern.compile("across-executors-(\\d+-(\\d+))");
    private static final String JSON = "report.json";

    private static final String ANNOUNCEMENT =
            "Tests are running. If this stays, their JVM was killed: java -jar across-executors.jar makes a report of what it"
                    + " had measured; see docs/report.md.\n";

    private RunReport() {}

    /**
     * A JVM's report.
     *
     * @param file its {@code report.json}
     * @param place where it lies, as people call it
     * @param jvm the JVM's name
     * @param startedMillis when it started, since 1970
     */
    record Source(Path file, String place, String jvm, long startedMillis) {}

    /**
     * {@return the name of the directory, below JUnit's output directory, that this JVM's report belongs in}
     */
    public static String directoryOfThisJvm() {
        return "across-executors-" + JsonReport.jvmName();
    }

    /**
     * Stand in for a file until it is written.
     *
     * @param file one of {@link #FILES}
     * @throws IOException if it cannot be written
     */
    public static void announce(Path file) throws IOException {
        Files.writeString(file, ANNOUNCEMENT);
    }

    /**
     * Write the report of one run, whose JVMs' directories lie beside each other.
     *
     * @param own the report of a JVM of the run, which gets no more; those of the others are found beside it. They belong to
     *     the run if they started after the build did, or if no build is to be seen, after this one
     * @return the page
     * @throws IOException if a file cannot be written, or that report is damaged
     */
    public static Path write(JsonReport own) throws IOException {
        own.check();
        Path directory = own.directory();
        long since = BuildProcess.startedMillis().orElse(JsonReport.jvmStartedMillis());
        List<Source> sources = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, "across-executors-*")) {
            for (Path child : children) {
                source(child.resolve(JSON), "")
                        .filter(jvm -> jvm.startedMillis >= since)
                        .forEach(sources::add);
            }
        }
        write(sources, directory);
        return directory.resolve(FILES.get(0));
    }

    /**
     * Write the report of all JVMs whose reports are found in some directories or below.
     *
     * @param directories where to look
     * @param target where the files go
     * @return how many JVMs were found
     * @throws IOException if a file cannot be written, or a directory not be read
     */
    public static int writeAll(List<Path> directories, Path target) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path directory : directories) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.filter(file -> file.endsWith(JSON))
                        .flatMap(file -> source(file, place(directory, file)))
                        .forEach(sources::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        if (!sources.isEmpty()) {
            write(sources, target);
        }
        return sources.size();
    }

    private static Stream<Source> source(Path file, String place) {
        Path directory = file.getParent();
        Matcher name = OF_A_JVM.matcher(directory == null ? "" : String.valueOf(directory.getFileName()));
        return name.matches() && Files.isRegularFile(file)
                ? Stream.of(new Source(file, place, name.group(1), Long.parseLong(name.group(2))))
                : Stream.empty();
    }

    /** The module's folder: what comes before the build's own, and below which all were looked for. */
    private static String place(Path root, Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        return path.replaceFirst("/?[^/]*/report\\.json$", "").replaceFirst("(^|/)(target|build)(/.*)?$", "");
    }

    private static synchronized void write(List<Source> sources, Path target) throws IOException {
        Path lockFile = target.resolve(".across-executors.lock");
        // It stays: whoever waits for a file that is deleted shares nothing with those who come later.
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel is closed
            Views.write(
                    sources.stream()
                            .sorted(Comparator.comparingLong(Source::startedMillis)
                                    .reversed())
                            .toList(),
                    target);
        }
    }
}
