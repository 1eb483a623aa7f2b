package io.github.acrossexecutors.report;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report of one JVM: {@code report.json}, described in {@code docs/report.md}.
 *
 * <p>Each record is written when it is known, over the closing brackets, which follow it again: the file is whole JSON
 * after every record, so a JVM that is killed loses nothing it had measured.
 *
 * <p><b>Threads:</b> one at a time; the caller sees to that.
 */
public final class JsonReport {

    /** The version of the schema; a field that goes or changes its meaning raises it, a new field does not. */
    public static final int VERSION = 1;

    private static final String END_OF_TESTS = "],\"speedups\":[";
    private static final String END = "]}\n";

    private final Path file;
    /** Where the next test goes: the speedups follow it again. */
    private long endOfTests;

    private boolean hasTests;
    private final List<String> speedups = new ArrayList<>();
    /** Unique identifiers. */
    private final Set<String> added = new HashSet<>();

    private JsonReport(Path file, long endOfTests) {
        this.file = file;
        this.endOfTests = endOfTests;
    }

    /**
     * {@return a name for this JVM that no other JVM of the machine has or had: its process id and start time}
     */
    public static String jvmName() {
        return ProcessHandle.current().pid() + "-" + jvmStartedMillis();
    }

    static long jvmStartedMillis() {
        return ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /**
     * Write a report without tests, to append to.
     *
     * @param file where; overwritten
     * @return the report
     * @throws IOException if it cannot be written
     */
    public static JsonReport start(Path file) throws IOException {
        return start(file, ProcessHandle.current().pid(), jvmStartedMillis());
    }

    /**
     * Write a report without tests that another JVM has run, one of the same Java on this machine.
     *
     * @param file where; overwritten
     * @param pid the process id of that JVM
     * @param startedEpochMillis when it started, since 1970
     * @return the report
     * @throws IOException if it cannot be written
     */
    public static JsonReport start(Path file, long pid, long startedEpochMillis) throws IOException {
        Map<String, @Nullable Object> jvm = new LinkedHashMap<>();
        jvm.put("java", Runtime.version().toString());
        jvm.put("vm", System.getProperty("java.vm.name"));
        jvm.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        jvm.put("availableProcessors", Runtime.getRuntime().availableProcessors());
        String head = beginning(pid, startedEpochMillis) + JsonText.of(jvm).substring(1) + ",\"tests\":[";
        Files.writeString(file, head + END_OF_TESTS + END);
        return new JsonReport(file, head.getBytes(StandardCharsets.UTF_8).length);
    }

    private static String beginning(long pid, long startedEpochMillis) {
        return "{\"schema\":\"across-executors/report\",\"version\":" + VERSION + ",\"jvm\":{\"pid\":" + pid
                + ",\"startedEpochMillis\":" + startedEpochMillis + ",";
    }

    /**
     * Go on with what this JVM has reported before, in an earlier run of tests; begin a report if there is none, or not all
     * of it any more.
     *
     * @param file where; overwritten if it cannot be gone on with
     * @return the report
     * @throws IOException if it cannot be read or written
     */
    public static JsonReport open(Path file) throws IOException {
        JsonReport earlier = new JsonReport(file, 0);
        return Files.isRegularFile(file) && earlier.findsItsEnd() ? earlier : start(file);
    }

    /** No text in it has a line break of its own: what is not the head's line is a test's or a speedup's. */
    private boolean findsItsEnd() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            @Nullable String line = lines.readLine();
            if (line == null
                    || !line.startsWith(beginning(ProcessHandle.current().pid(), jvmStartedMillis()))) {
                return false;
            }
            for (; line != null && !line.contains(END_OF_TESTS); line = lines.readLine()) {
                hasTests = true;
            }
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                speedups.add("\n" + line.replaceFirst("(,|\\]\\})$", ""));
            }
        } catch (CharacterCodingException e) {
            return false;
        }
        byte[] rest = rest();
        endOfTests = Files.size(file) - rest.length;
        return endOfTests > 0 && Arrays.equals(fromEndOfTests(rest.length), rest);
    }

    private byte[] fromEndOfTests(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (SeekableByteChannel report = Files.newByteChannel(file)) {
            report.position(endOfTests);
            while (bytes.hasRemaining() && report.read(bytes) >= 0) {
                // A channel may give less than it is asked for.
            }
        }
        return bytes.array();
    }

    /**
     * Add one test.
     *
     * @param result what was measured
     * @throws IOException if it cannot be written
     */
    public void append(TestRecord result) throws IOException {
        write((hasTests ? ",\n" : "\n") + JsonText.of(RecordFields.of(result)));
        hasTests = true;
        added.add(result.uniqueId());
    }

    /**
     * Add one expectation's verdict.
     *
     * @param result the verdict
     * @throws IOException if it cannot be written
     */
    public void append(SpeedupRecord result) throws IOException {
        speedups.add("\n" + JsonText.of(RecordFields.of(result)));
        write("");
        added.add(result.uniqueId());
    }

    /** Whether a test or an expectation was added since the report was begun or gone on with. */
    boolean hasAdded(String uniqueId) {
        return added.contains(uniqueId);
    }

    /** What follows the tests. */
    private byte[] rest() {
        return (END_OF_TESTS + String.join(",", speedups) + END).getBytes(StandardCharsets.UTF_8);
    }

    private void write(String test) throws IOException {
        byte[] added = test.getBytes(StandardCharsets.UTF_8);
        byte[] rest = rest();
        try (SeekableByteChannel report = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            if (report.size() < endOfTests) {
                throw lost();
            }
            report.position(endOfTests);
            writeAll(report, added);
            writeAll(report, rest);
        }
        endOfTests += added.length;
    }

    /**
     * {@return where it is}
     */
    public Path file() {
        return file;
    }

    /** The directory that the directories of all JVMs of a run lie in. */
    Path directory() {
        Path own = file.toAbsolutePath().normalize().getParent();
        Path all = own == null ? null : own.getParent();
        if (all == null) {
            throw new IllegalStateException(file + " is in no directory of its own");
        }
        return all;
    }

    /**
     * {@return whether what was written is there still}
     */
    public boolean isWhole() {
        try {
            return Files.size(file) >= endOfTests;
        } catch (IOException e) {
            return false;
        }
    }

    /** Make sure that all of it is there still. */
    void check() throws IOException {
        if (!isWhole()) {
            throw lost();
        }
    }

    private EOFException lost() {
        return new EOFException(file + " has lost what was written to it");
    }

    private static void writeAll(SeekableByteChannel report, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            report.write(left);
        }
    }
}
