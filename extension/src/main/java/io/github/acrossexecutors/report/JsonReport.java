package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    private static final String END = "]}\n";

    private final Path file;

    private JsonReport(Path file) {
        this.file = file;
    }

    /**
     * {@return a name for this JVM that no other JVM of the machine has or had: its process id and start time}
     */
    public static String jvmName() {
        return ProcessHandle.current().pid() + "-"
                + ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /**
     * Write a report without tests, to append to.
     *
     * @param file where; overwritten
     * @return the report
     * @throws IOException if it cannot be written
     */
    public static JsonReport start(Path file) throws IOException {
        Map<String, @Nullable Object> jvm = new LinkedHashMap<>();
        jvm.put("pid", ProcessHandle.current().pid());
        jvm.put("startedEpochMillis", ManagementFactory.getRuntimeMXBean().getStartTime());
        jvm.put("java", Runtime.version().toString());
        jvm.put("vm", System.getProperty("java.vm.name"));
        jvm.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        jvm.put("availableProcessors", Runtime.getRuntime().availableProcessors());
        String head = JsonText.of(jvm);
        Files.writeString(
                file,
                "{\"schema\":\"across-executors/report\",\"version\":" + VERSION + ",\"jvm\":" + head + ",\"tests\":["
                        + END);
        return new JsonReport(file);
    }

    /**
     * Add one test.
     *
     * @param result what was measured
     * @throws IOException if it cannot be written
     */
    public void append(TestRecord result) throws IOException {
        try (RandomAccessFile report = new RandomAccessFile(file.toFile(), "rw")) {
            long end = report.length() - END.length();
            report.seek(end - 1);
            boolean first = report.readByte() == '[';
            report.write(((first ? "\n" : ",\n") + JsonText.of(test(result)) + END).getBytes(StandardCharsets.UTF_8));
        }
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
        map.put("spans", round.spans().stream().map(JsonReport::span).toList());
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

    private static Map<String, @Nullable Object> span(Span span) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("task", span.task());
        map.put("worker", span.worker());
        map.put("startNanos", span.startNanos());
        map.put("endNanos", span.endNanos());
        map.put("cpuNanos", orNull(span.cpuNanos()));
        return map;
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
