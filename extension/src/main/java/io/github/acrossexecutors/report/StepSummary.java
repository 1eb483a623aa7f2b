package io.github.acrossexecutors.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The page that GitHub Actions shows of a step: each JVM adds the tests it ran, none twice. */
public final class StepSummary {

    /** Names the environment variable that says where the page is. */
    public static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private StepSummary() {}

    /**
     * Add the tests of a JVM, in one piece, because others may do so at the same time.
     *
     * @param file the page; null or blank if there is none
     * @param report the JVM's report; what it had been gone on with stands on the page already
     * @throws IOException if it cannot be written
     */
    public static void append(@Nullable String file, JsonReport report) throws IOException {
        if (file == null || file.isBlank()) {
            return;
        }
        StringWriter text = new StringWriter();
        try (MarkdownReport markdown = new MarkdownReport(text)) {
            ReportReader.read(report.file(), "", "", new Added(report, markdown));
        }
        // Not writeString, which refuses half a surrogate pair; a display name may end in one.
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Files.write(Path.of(file), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Passes on what was added to a report. */
    private record Added(JsonReport report, ReportSink sink) implements ReportSink {

        @Override
        public void add(JvmRecord jvm) throws IOException {
            sink.add(jvm);
        }

        @Override
        public void add(TestRecord test) throws IOException {
            if (report.hasAdded(test.uniqueId())) {
                sink.add(test);
            }
        }

        @Override
        public void add(VerdictRecord verdict) throws IOException {
            if (report.hasAdded(verdict.uniqueId())) {
                sink.add(verdict);
            }
        }

        @Override
        public void close() throws IOException {
            sink.close();
        }
    }
}
