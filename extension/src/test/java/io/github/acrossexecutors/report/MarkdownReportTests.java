package io.github.acrossexecutors.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.timing.Timings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

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
}
