package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code report.json}, one test at a time, and hands what is in it to a sink: of a test that was run again the last
 * look. Fields it does not know it skips.
 */
final class ReportReader {

    private final JsonReader json;
    private final Looks looks;

    private ReportReader(JsonReader json, Looks looks) {
        this.json = json;
        this.looks = looks;
    }

    /**
     * Read a report.
     *
     * @param file the report
     * @param place where it lies, as people call it
     * @param name the JVM's name
     * @param sink takes what is read, up to where the file is damaged if it is
     * @throws IOException if it cannot be read, is no report of this version, or ends in the middle; or from the sink
     */
    static void read(Path file, String place, String name, ReportSink sink) throws IOException {
        try (JsonReader json = new JsonReader(Files.newInputStream(file))) {
            new ReportReader(json, Looks.at(file)).read(place, name, sink);
        } catch (IllegalArgumentException | ArithmeticException | ClassCastException e) {
            throw new IOException("no report: " + e.getMessage(), e);
        }
    }

    private void read(String place, String name, ReportSink sink) throws IOException {
        json.beginObject();
        for (Optional<String> key = json.nextKey(); key.isPresent(); key = json.nextKey()) {
            switch (key.get()) {
                case "version" -> checkVersion(json.number());
                case "jvm" -> sink.add(new JvmRecord(place, name, members()));
                case "tests" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        TestRecord test = test();
                        if (looks.isLast(test.uniqueId(), "")) {
                            sink.add(test);
                        }
                    }
                }
                case "speedups" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        VerdictRecord verdict = new VerdictRecord(members());
                        if (looks.isLast(verdict.uniqueId(), verdict.expectation())) {
                            sink.add(verdict);
                        }
                    }
                }
                default -> json.value();
            }
        }
    }

    private static void checkVersion(long version) throws IOException {
        if (version != JsonReport.VERSION) {
            throw new IOException("version " + version + " of the report; known is " + JsonReport.VERSION);
        }
    }

    private Map<String, @Nullable Object> members() throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        json.beginObject();
        for (Optional<String> key = json.nextKey(); key.isPresent(); key = json.nextKey()) {
            members.put(key.get(), json.value());
        }
        return members;
    }

    private TestRecord test() throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        List<Round> rounds = new ArrayList<>();
        json.beginObject();
        for (Optional<String> key = json.nextKey(); key.isPresent(); key = json.nextKey()) {
            if (key.get().equals("rounds")) {
                json.beginArray();
                while (json.hasNext()) {
                    rounds.add(round());
                }
            } else {
                fields.put(key.get(), json.value());
            }
        }
        return new TestRecord(
                text(fields, "class"),
                text(fields, "method"),
                text(fields, "test"),
                text(fields, "displayName"),
                text(fields, "uniqueId"),
                text(fields, "meaning"),
                TestStatus.valueOf(text(fields, "status").toUpperCase(Locale.ROOT)),
                fields.get("notes") instanceof List<?> notes
                        ? notes.stream().map(String::valueOf).toList()
                        : List.of(),
                new Timings(
                        text(fields, "model"),
                        fields.get("workers") instanceof Long workers
                                ? OptionalInt.of(Math.toIntExact(workers))
                                : OptionalInt.empty(),
                        fields.get("tasks") instanceof Long tasks ? Math.toIntExact(tasks) : 1,
                        rounds));
    }

    private static String text(Map<String, @Nullable Object> fields, String key) {
        return String.valueOf(fields.get(key));
    }

    private Round round() throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        List<Span> spans = new ArrayList<>();
        json.beginObject();
        for (Optional<String> key = json.nextKey(); key.isPresent(); key = json.nextKey()) {
            if (key.get().equals("spans")) {
                json.beginArray();
                while (json.hasNext()) {
                    spans.add(span());
                }
            } else {
                fields.put(key.get(), json.value());
            }
        }
        return new Round(
                Math.toIntExact(whole(fields, "number")),
                Boolean.TRUE.equals(fields.get("warmup")),
                whole(fields, "wallNanos"),
                whole(fields, "gcCount"),
                whole(fields, "gcNanos"),
                spans,
                fields.get("pins") instanceof List<?> pins
                        ? Optional.of(pins.stream().map(ReportReader::pin).toList())
                        : Optional.empty());
    }

    private static long whole(Map<?, ?> fields, String key) {
        if (fields.get(key) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(key + " is " + fields.get(key));
    }

    private static Pin pin(@Nullable Object value) {
        Map<?, ?> fields = value instanceof Map<?, ?> map ? map : Map.of();
        return new Pin(
                String.valueOf(fields.get("reason")),
                Optional.ofNullable(fields.get("frame")).map(Object::toString),
                Math.toIntExact(whole(fields, "count")),
                whole(fields, "longestNanos"),
                whole(fields, "totalNanos"));
    }

    /** There may be a million, hence no map. */
    private Span span() throws IOException {
        long task = 0;
        String worker = "";
        long start = 0;
        long end = 0;
        OptionalLong cpu = OptionalLong.empty();
        json.beginObject();
        for (Optional<String> key = json.nextKey(); key.isPresent(); key = json.nextKey()) {
            switch (key.get()) {
                case "task" -> task = json.number();
                case "worker" -> worker = json.string();
                case "startNanos" -> start = json.number();
                case "endNanos" -> end = json.number();
                case "cpuNanos" -> cpu = json.numberIfKnown();
                default -> json.value();
            }
        }
        return new Span(Math.toIntExact(task), worker, start, end, cpu);
    }
}
