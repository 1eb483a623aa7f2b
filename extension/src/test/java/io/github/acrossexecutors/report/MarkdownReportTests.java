package io.github.acrossexecutors.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.timing.Timings;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary: every test is counted, and can be told from every other. */
class MarkdownReportTests {

    private static TestRecord test(String className, String id, TestStatus status) {
        Timings timings = new Timings(
                "FIXED_POOL", OptionalInt.of(1), 1, List.of(Records.round(1, false, 20, OptionalLong.empty())));
        return new TestRecord(className, "works", "ServiceTest.works", id, id, "once", status, List.of(), timings);
    }

    private static String markdownOf(TestRecord... tests) throws IOException {
        StringWriter text = new StringWriter();
        try (MarkdownReport markdown = new MarkdownReport(text)) {
            for (TestRecord test : tests) {
                markdown.add(test);
            }
        }
        return text.toString();
    }

    @Test
    void tellsClassesOfOneNameApart() throws IOException {
        assertThat(markdownOf(
                        test("a.ServiceTest", "1", TestStatus.FAILED), test("b.ServiceTest", "2", TestStatus.PASSED)))
                .contains("2 tests under 1 model: 1 passed, 1 failed, 0 aborted.")
                .contains("| ServiceTest.works in a | ❌ 20.0 ms |\n| ServiceTest.works in b | 20.0 ms |\n");
    }

    @Test
    void tellsOfEachTestOfOneName() throws IOException {
        assertThat(markdownOf(
                        test("a.ServiceTest", "1", TestStatus.FAILED), test("a.ServiceTest", "2", TestStatus.PASSED)))
                .contains("2 tests under 1 model: 1 passed, 1 failed, 0 aborted.")
                .contains("| ServiceTest.works | ❌ 20.0 ms, 20.0 ms |\n");
    }

    @TempDir
    private Path directory = Path.of("");

    @Test
    void reachesTheStepsPageWhateverIsInANameOfATest() throws IOException {
        Path page = directory.resolve("page.md");
        JsonReport report = JsonReport.start(directory.resolve("report.json"));
        TestRecord whole = test("a.ServiceTest", "1", TestStatus.PASSED);
        report.append(new TestRecord(
                whole.className(),
                whole.method(),
                "halved \ud800",
                whole.displayName(),
                whole.uniqueId(),
                whole.meaning(),
                whole.status(),
                whole.notes(),
                whole.timings()));
        StepSummary.append(page.toString(), report);

        assertThat(Files.readString(page)).contains("| halved ? | 20.0 ms |");
    }
}
