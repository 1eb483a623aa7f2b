package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.verdict.Figures;
import io.github.acrossexecutors.verdict.Ideal;
import io.github.acrossexecutors.verdict.Judgement;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
        jvm.put("pid", pid);
        jvm.put("startedEpochMillis", startedEpochMillis);
        jvm.put("java", Runtime.version().toString());
        jvm.put("vm", System.getProperty("java.vm.name"));
        jvm.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        jvm.put("availableProcessors", Runtime.getRuntime().availableProcessors());
        String head = "{\"schema\":\"across-executors/report\",\"version\":" + VERSION + ",\"jvm\":" + JsonText.of(jvm)
                + ",\"tests\":[";
        Files.writeString(file, head + END_OF_TESTS + END);
        return new JsonReport(file, head.getBytes(StandardCharsets.UTF_8).length);
    }

    /**
     * Add one test.
     *
     * @param result what was measured
     * @throws IOException if it cannot be written
     */
    public void append(TestRecord result) throws IOException {
        write((hasTests ? ",\n" : "\n") + JsonText.of(test(result)));
        hasTests = true;
    }

    /**
     * Add one expectation's verdict.
     *
     * @param result the verdict
     * @throws IOException if it cannot be written
     */
    public void append(SpeedupRecord result) throws IOException {
        speedups.add("\n" + JsonText.of(speedup(result)));
        write("");
    }

    private void write(String test) throws IOException {
        byte[] added = test.getBytes(StandardCharsets.UTF_8);
        byte[] rest = (END_OF_TESTS + String.join(",", speedups) + END).getBytes(StandardCharsets.UTF_8);
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

    /** Make sure that all of it is there still. */
    void check() throws IOException {
        if (Files.size(file) < endOfTests) {
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

    private static Map<String, @Nullable Object> speedup(SpeedupRecord result) {
        Judgement judgement = result.judgement();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("class", result.className());
        map.put("method", result.method());
        map.put("test", result.test());
        map.put("uniqueId", result.uniqueId());
        map.put("expectation", result.expectation());
        map.put("verdict", result.verdict());
        map.put("reason", result.reason().orElse(null));
        map.put("ideal", judgement.ideal().map(Ideal::here).orElse(null));
        map.put("figures", judgement.figures().map(JsonReport::figures).orElse(null));
        map.put("pairs", judgement.pairs().stream().map(JsonReport::pair).toList());
        map.put("message", judgement.message());
        return map;
    }

    private static Map<String, @Nullable Object> figures(Figures figures) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("median", figures.median());
        map.put("p90", figures.p90());
        map.put("wellSupplied", figures.wellSupplied());
        map.put("supply", orNull(figures.supply()));
        map.put("runnableParallelism", orNull(figures.runnableParallelism()));
        map.put("cpuInflation", orNull(figures.cpuInflation()));
        map.put("peakOverlap", orNull(figures.peakOverlap()));
        map.put("loadBalance", orNull(figures.loadBalance()));
        map.put("collectionShare", figures.collectionShare());
        return map;
    }

    private static Map<String, @Nullable Object> pair(Judgement.PairTimes pair) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("baselineNanos", pair.baselineNanos());
        map.put("contenderNanos", pair.contenderNanos());
        map.put("supply", orNull(pair.supply()));
        return map;
    }

    private static Map<String, @Nullable Object> test(TestRecord result) {
        Map<String, @Nullable Object> test = new LinkedHashMap<>();
        test.put("class", result.className());
        test.put("method", result.method());
        test.put("test", result.test());
        test.put("displayName", result.displayName());
        test.put("uniqueId", result.uniqueId());
        test.put("model", result.timings().model());
        test.put("meaning", result.meaning());
        test.put("status", result.status().name().toLowerCase(Locale.ROOT));
        test.put("tasks", result.timings().tasks());
        test.put("workers", orNull(result.timings().workers()));
        test.put("medianWallNanos", orNull(result.timings().medianWallNanos()));
        test.put("notes", result.notes());
        test.put(
                "rounds",
                result.timings().rounds().stream().map(JsonReport::round).toList());
        return test;
    }

    private static Map<String, @Nullable Object> round(Round round) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("number", round.number());
        map.put("warmup", round.warmup());
        map.put("wallNanos", round.wallNanos());
        map.put("cpuNanos", orNull(round.cpuNanos()));
        map.put("gcCount", round.gcCount());
        map.put("gcNanos", round.gcNanos());
        map.put("peakOverlap", round.peakOverlap());
        map.put(
                "pins",
                round.pins()
                        .map(pins -> pins.stream().map(JsonReport::pin).toList())
                        .orElse(null));
        map.put("spans", spans(round));
        return map;
    }

    private static Map<String, @Nullable Object> pin(Pin pin) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("reason", pin.reason());
        map.put("frame", pin.frame().orElse(null));
        map.put("count", pin.count());
        map.put("longestNanos", pin.longestNanos());
        map.put("totalNanos", pin.totalNanos());
        return map;
    }

    /** There may be a million, hence no map. */
    private static JsonText.Raw spans(Round round) {
        StringBuilder text = new StringBuilder("[");
        for (Span span : round.spans()) {
            text.append(text.length() == 1 ? "{\"task\":" : ",{\"task\":").append(span.task());
            JsonText.quote(span.worker(), text.append(",\"worker\":"));
            text.append(",\"startNanos\":").append(span.startNanos());
            text.append(",\"endNanos\":").append(span.endNanos());
            text.append(",\"cpuNanos\":").append(orNull(span.cpuNanos())).append('}');
        }
        return new JsonText.Raw(text.append(']').toString());
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
