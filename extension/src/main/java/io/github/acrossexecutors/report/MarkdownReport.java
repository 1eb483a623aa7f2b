package io.github.acrossexecutors.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code report.md}: how the tests came out, what took how long under which model, and the verdicts. */
final class MarkdownReport implements ReportSink {

    /** GitHub takes a megabyte per step. */
    private static final int MOST_LINES = 500;

    private final Writer out;
    private String place = "";
    private final Set<String> models = new LinkedHashSet<>();
    private final Map<Row, Map<String, List<Cell>>> tests = new LinkedHashMap<>();
    private final List<VerdictRecord> verdicts = new ArrayList<>();

    /** All that records call the same: a test, or several dynamic ones of one name. */
    private record Row(String place, String className, String test) {

        String heading() {
            return (place.isEmpty() ? "" : place + ": ") + test;
        }

        /** With the package, which a heading leaves out. */
        String longHeading() {
            int end = className.lastIndexOf('.');
            return end < 0 ? heading() : heading() + " in " + className.substring(0, end);
        }
    }

    private record Cell(TestStatus status, OptionalLong medianWallNanos) {

        String text() {
            String sign =
                    switch (status) {
                        case PASSED -> "";
                        case FAILED -> "❌ ";
                        case ABORTED -> "⚠️ ";
                    };
            return sign + (medianWallNanos.isPresent() ? millis(medianWallNanos.getAsLong()) : "?");
        }
    }

    MarkdownReport(Writer out) {
        this.out = out;
    }

    @Override
    public void add(JvmRecord jvm) {
        place = jvm.place();
    }

    @Override
    public void add(TestRecord test) {
        String model = test.timings().model();
        models.add(model);
        tests.computeIfAbsent(new Row(place, test.className(), test.test()), row -> new LinkedHashMap<>())
                .computeIfAbsent(model, name -> new ArrayList<>())
                .add(new Cell(test.status(), test.timings().medianWallNanos()));
    }

    @Override
    public void add(VerdictRecord verdict) {
        verdicts.add(verdict);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write("## Across executors\n\n" + summary() + "\n");
            if (!tests.isEmpty()) {
                table();
            }
            if (!verdicts.isEmpty()) {
                verdicts();
            }
            out.write("\n");
        }
    }

    private String summary() {
        String statuses = List.of(TestStatus.values()).stream()
                .map(status -> count(status) + " " + status.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        int count = tests.values().stream()
                .mapToInt(cells ->
                        cells.values().stream().mapToInt(List::size).max().orElse(0))
                .sum();
        return count + (count == 1 ? " test" : " tests") + " under " + models.size()
                + (models.size() == 1 ? " model" : " models") + ": " + statuses + ".\n";
    }

    private long count(TestStatus status) {
        return tests.values().stream()
                .flatMap(cells -> cells.values().stream().flatMap(List::stream))
                .filter(cell -> cell.status() == status)
                .count();
    }

    private void table() throws IOException {
        out.write("| test |"
                + models.stream().map(model -> " " + text(model) + " |").collect(Collectors.joining()) + "\n|---|"
                + "---:|".repeat(models.size()) + "\n");
        Map<String, Long> alike =
                tests.keySet().stream().collect(Collectors.groupingBy(Row::heading, Collectors.counting()));
        for (Map.Entry<Row, Map<String, List<Cell>>> test :
                tests.entrySet().stream().limit(MOST_LINES).toList()) {
            Row row = test.getKey();
            boolean isAlone = alike.getOrDefault(row.heading(), 1L) == 1;
            out.write("| " + text(isAlone ? row.heading() : row.longHeading()) + " |");
            for (String model : models) {
                List<Cell> cells = test.getValue().getOrDefault(model, List.of());
                out.write(cells.stream().map(Cell::text).collect(Collectors.joining(", ", " ", " |")));
            }
            out.write("\n");
        }
        left(tests.size());
    }

    private void verdicts() throws IOException {
        out.write("\n| test | expectation | verdict | seen |\n|---|---|---|---:|\n");
        for (VerdictRecord verdict : verdicts.stream().limit(MOST_LINES).toList()) {
            String seen = verdict.median().isPresent()
                    ? String.format(Locale.ROOT, "%.2f x", verdict.median().getAsDouble())
                    : "";
            String why = verdict.reason().map(reason -> " (" + reason + ")").orElse("");
            out.write("| " + text(verdict.test()) + " | " + text(verdict.expectation()) + " | "
                    + text(verdict.verdict() + why) + " | " + seen + " |\n");
        }
        left(verdicts.size());
    }

    private void left(int lines) throws IOException {
        if (lines > MOST_LINES) {
            out.write("\n" + (lines - MOST_LINES) + " more are in report.html.\n");
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    /** Text that means nothing to Markdown or HTML. */
    static String text(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*\\[\\]|~]|(?<!\\w)_|_(?!\\w))", "\\\\$1");
    }
}
