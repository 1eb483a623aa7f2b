package io.github.acrossexecutors.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run: what they are made of, and what is in them. */
class RunReportTests {

    private static final String HOSTILE = "</script><script>alert(1)</script>\" ' & <!-- \n 😀 \u05d0\u05d1";
    private static final long STARTED = JsonReport.jvmStartedMillis();

    @TempDir
    private Path directory = Path.of("");

    private JsonReport jvm(Path place, long startedMillis) throws IOException {
        Path own = Files.createDirectories(place.resolve("across-executors-7-" + startedMillis));
        return JsonReport.start(own.resolve("report.json"));
    }

    private static TestRecord test(String id, int tasks, long tookMillis) {
        List<Span> spans = IntStream.range(0, tasks)
                .mapToObj(task -> new Span(task, "w-" + task % 2, 10, 10 + tookMillis * 1_000_000, OptionalLong.of(7)))
                .toList();
        Round round = new Round(1, false, tookMillis * 1_000_000, 0, 0, spans);
        return Records.record(
                id, new Timings("FIXED_POOL", OptionalInt.of(2), tasks, List.of(round)), TestStatus.PASSED, List.of());
    }

    /** What the page was given in one of its script elements. */
    private static JsonNode inPage(Path html, String id) throws IOException {
        Matcher script = Pattern.compile(
                        "<script type=\"application/json\" id=\"" + id + "\">(.*?)</script>", Pattern.DOTALL)
                .matcher(Files.readString(html));
        assertThat(script.find()).as("script %s", id).isTrue();
        return new ObjectMapper().readTree(script.group(1));
    }

    @Test
    void showsEveryJvmOfItsRunAndNoneOfARunBefore() throws IOException {
        jvm(directory, STARTED - 86_400_000L * 3_000).append(test("long ago", 1, 1));
        jvm(directory, STARTED + 1).append(test("of a fork", 2, 2));
        JsonReport own = jvm(directory, STARTED);
        own.append(test("own", 3, 3));
        Path html = RunReport.write(own);

        assertThat(html).isEqualTo(directory.resolve("report.html"));
        assertThat(inPage(html, "index").get("jvms")).hasSize(2);
        assertThat(inPage(html, "index").findValuesAsText("displayName")).containsExactlyInAnyOrder("of a fork", "own");
        assertThat(Files.readAllLines(directory.resolve("report.csv"))).hasSize(1 + 2 + 3);
        assertThat(directory.resolve("report.md")).content().contains("2 tests under 1 model: 2 passed");
    }

    @Test
    void showsATestAsItsYoungestJvmSawIt() throws IOException {
        jvm(directory, STARTED + 1).append(test("again", 1, 7));
        JsonReport own = jvm(directory, STARTED);
        own.append(test("again", 1, 3));

        assertThat(inPage(RunReport.write(own), "index").findValues("median"))
                .extracting(JsonNode::asLong)
                .containsExactly(7_000_000L);
    }

    @Test
    void givesThePageEverySpanInColumns() throws IOException {
        JsonReport own = jvm(directory, STARTED);
        own.append(test("t", 3, 4));
        Path html = RunReport.write(own);

        String data = inPage(html, "index").at("/tests/0/data").asText();
        assertThat(inPage(html, data)).isEqualTo(new ObjectMapper().readTree("""
                                [{"number": 1, "warmup": false, "wall": 4000000, "peak": 3, "gcCount": 0, "gc": 0, "pins": null,
                                  "workers": ["w-0", "w-1"], "worker": [0, 1, 0], "task": null, "start": [10, 10, 10],
                                  "took": [4000000, 4000000, 4000000], "cpu": [7, 7, 7]}]
                                """));
    }

    @Test
    void letsNoNameOutOfItsPlaceInThePage() throws IOException {
        JsonReport own = jvm(directory, STARTED);
        own.append(test(HOSTILE, 1, 1));
        Path html = RunReport.write(own);

        assertThat(inPage(html, "index").at("/tests/0/displayName").asText()).isEqualTo(HOSTILE);
        assertThat(html).content().doesNotContain("alert(1)</script>");
    }

    @Test
    void saysThatAReportIsDamagedAndShowsTheRest() throws IOException {
        JsonReport killed = jvm(directory, STARTED + 1);
        killed.append(test("first", 1, 1));
        killed.append(test("cut off", 100, 1));
        String whole = Files.readString(killed.file());
        Files.writeString(killed.file(), whole.substring(0, whole.length() / 2));
        JsonReport own = jvm(directory, STARTED);
        own.append(test("own", 1, 1));
        Path html = RunReport.write(own);

        assertThat(inPage(html, "index").findValuesAsText("displayName")).containsExactlyInAnyOrder("first", "own");
        assertThat(inPage(html, "index").at("/damaged/0").asText()).contains(killed.file() + ": it ends in the middle");
    }

    @Test
    void namesModulesByTheirFolders() throws IOException {
        jvm(directory.resolve("shop/target/junit-jupiter"), 1).append(test("t", 1, 1));
        jvm(directory.resolve("stock/api/build/junit"), 2).append(test("t", 1, 2));
        Files.writeString(Files.createDirectories(directory.resolve("other")).resolve("report.json"), "not ours");

        assertThat(RunReport.writeAll(List.of(directory), directory)).isEqualTo(2);
        JsonNode index = inPage(directory.resolve("report.html"), "index");
        assertThat(index.findValuesAsText("place")).containsExactlyInAnyOrder("shop", "stock/api");
        assertThat(index.get("tests")).hasSize(2);
    }

    @Test
    void fillsTheGapsOfTheSummaryAndLeavesNoUnfinishedFile() throws IOException {
        JsonReport own = jvm(directory, STARTED);
        own.append(test("t", 1, 1));
        own.append(Records.speedup(true));
        RunReport.write(own);

        assertThat(directory.resolve("report.md"))
                .content()
                .contains("FIXED_POOL at least 3x SEQUENTIAL | met | 4.00 x |");
        assertThat(directory).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    @Test
    void refusesToShowAReportThatHasLostWhatWasWritten() throws IOException {
        JsonReport own = jvm(directory, STARTED);
        own.append(test("t", 1, 1));
        Files.writeString(own.file(), "");

        assertThatIOException()
                .isThrownBy(() -> RunReport.write(own))
                .withMessageContaining(own.file().toString());
    }

    @Test
    void quotesCellsAndDisarmsFormulas() {
        assertThat(CsvReport.cell("plain text")).isEqualTo("plain text");
        assertThat(CsvReport.cell("a \"b\", c\r\nd")).isEqualTo("\"a \"\"b\"\", c\r\nd\"");
        for (String formula : List.of("=1+1", "+1", "-1", "@sum", "\tx", "\rx")) {
            assertThat(CsvReport.cell(formula).replace("\"", "")).isEqualTo("'" + formula);
        }
    }

    @Test
    void makesMarkdownOfNoText() {
        assertThat(MarkdownReport.text("a|b <i>*x*</i> `y` _z_ FIXED_POOL [l](u)\nnext & ~"))
                .isEqualTo("a\\|b &lt;i&gt;\\*x\\*&lt;/i&gt; \\`y\\` \\_z\\_ FIXED_POOL \\[l\\](u) next &amp; \\~");
    }

    @Test
    void addsToTheSummaryOfAStep() throws IOException {
        Path summary = Files.writeString(directory.resolve("summary.md"), "before\n");
        JsonReport own = jvm(directory, STARTED);
        own.append(test("t", 1, 1));
        StepSummary.append(summary.toString(), own);
        StepSummary.append(null, own);
        StepSummary.append("", own);

        assertThat(summary).content().startsWith("before\n## Across executors").containsOnlyOnce("##");
    }

    @Test
    void addsToTheSummaryOfAStepWhatIsNotInItYet() throws IOException {
        Path summary = directory.resolve("summary.md");
        jvm(directory, STARTED).append(test("earlier", 1, 1));
        JsonReport again = JsonReport.open(
                directory.resolve("across-executors-7-" + STARTED).resolve("report.json"));
        again.append(Records.record("FIXED_POOL", OptionalInt.of(1), TestStatus.FAILED, List.of()));
        StepSummary.append(summary.toString(), again);

        assertThat(summary).content().contains("1 test under 1 model: 0 passed, 1 failed");
    }
}
