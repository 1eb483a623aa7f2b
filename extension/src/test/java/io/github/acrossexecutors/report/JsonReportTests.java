package io.github.acrossexecutors.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Timings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM's report: whole JSON at any moment, as docs/report-1.schema.json describes it. */
class JsonReportTests {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Path SCHEMA = Path.of("..", "docs", "report-" + JsonReport.VERSION + ".schema.json");

    @TempDir
    private Path directory = Path.of("");

    private Path file() {
        return directory.resolve("report.json");
    }

    private JsonNode written() throws IOException {
        return JSON.readTree(file().toFile());
    }

    private static TestRecord full(String name) {
        Timings timings = new Timings(
                "FIXED_POOL",
                OptionalInt.of(4),
                1,
                List.of(
                        Records.round(1, true, 30, OptionalLong.of(3)),
                        Records.round(2, false, 20, OptionalLong.of(2))));
        return Records.record(name, timings, TestStatus.PASSED, List.of("A note."));
    }

    private static TestRecord sparse() {
        return Records.record(
                "VIRTUAL_THREADS",
                OptionalInt.empty(),
                TestStatus.FAILED,
                List.of(Records.round(1, true, 1, OptionalLong.empty())));
    }

    private static TestRecord pinned() {
        Round round = Records.round(1, false, 30, OptionalLong.empty());
        return Records.record(
                "VIRTUAL_THREADS",
                OptionalInt.of(1),
                TestStatus.PASSED,
                List.of(
                        round.withPins(List.of()),
                        round.withPins(List.of(
                                new Pin("A native frame.", Optional.of("com.acme.A.b(A.java:1)"), 2, 20, 30),
                                new Pin("Another.", Optional.empty(), 1, 10, 10)))));
    }

    @Test
    void isWholeJsonFromTheBeginningAndAfterEveryRecord() throws IOException {
        JsonReport report = JsonReport.start(file());
        assertThat(written().get("tests")).isEmpty();
        for (int count = 1; count <= 3; count++) {
            report.append(full("test " + count));
            assertThat(written().get("tests")).hasSize(count);
        }
        assertThat(written().get("tests"))
                .extracting(test -> test.get("displayName").asText())
                .containsExactly("test 1", "test 2", "test 3");
    }

    @Test
    void conformsToItsSchema() throws IOException {
        JsonReport report = JsonReport.start(file());
        assertThat(schema().validate(written())).isEmpty();
        report.append(full("full"));
        report.append(Records.speedup(true));
        report.append(sparse());
        report.append(Records.speedup(false));
        report.append(pinned());

        assertThat(schema().validate(written())).isEmpty();
    }

    @Test
    void keepsTestsAndSpeedupsApartInWhateverOrderTheyCome() throws IOException {
        JsonReport report = JsonReport.start(file());
        report.append(Records.speedup(true));
        assertThat(written().get("tests")).isEmpty();
        report.append(full("test"));
        report.append(Records.speedup(false));

        assertThat(written().get("tests")).hasSize(1);
        assertThat(written().get("speedups"))
                .extracting(speedup -> speedup.get("verdict").asText())
                .containsExactly("met", "inconclusive");
        assertThat(written().at("/speedups/0/pairs/0/contenderNanos").asLong()).isEqualTo(2_000);
        assertThat(written().at("/speedups/0/figures/median").asDouble()).isEqualTo(4);
        assertThat(written().at("/speedups/1/reason").asText()).isEqualTo("too few cpus");
    }

    @Test
    void hasASchemaThatRefusesWhatIsMissingOrUnknown() throws IOException {
        JsonReport report = JsonReport.start(file());
        report.append(full("full"));
        String text = Files.readString(file());

        assertThat(schema().validate(JSON.readTree(text.replace("\"gcCount\":1,", ""))))
                .isNotEmpty();
        assertThat(schema().validate(JSON.readTree(text.replace("\"passed\"", "\"green\""))))
                .isNotEmpty();
        assertThat(schema().validate(JSON.readTree(text.replace("\"version\":1", "\"version\":2"))))
                .isNotEmpty();
        assertThat(schema().validate(JSON.readTree(text.replace("\"pins\":null", "\"pins\":[{}]"))))
                .isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }

    @Test
    void tellsEveryRoundAndSpan() throws IOException {
        JsonReport.start(file()).append(full("full"));

        JsonNode test = written().at("/tests/0");
        assertThat(test.get("medianWallNanos").asLong()).isEqualTo(20_000_000);
        assertThat(test.at("/rounds")).hasSize(2);
        assertThat(test.at("/rounds/0")).isEqualTo(JSON.readTree("""
                                {"number": 1, "warmup": true, "wallNanos": 30000000, "cpuNanos": 3000000,
                                 "gcCount": 1, "gcNanos": 2000000, "peakOverlap": 1, "pins": null,
                                 "spans": [{"task": 0, "worker": "fixed-pool-1 quotes",
                                            "startNanos": 0, "endNanos": 30000000, "cpuNanos": 3000000}]}
                                """));
    }

    @Test
    void tellsPinsWhereTheyAreKnown() throws IOException {
        JsonReport.start(file()).append(pinned());

        assertThat(written().at("/tests/0/rounds/0/pins")).isEqualTo(JSON.readTree("[]"));
        assertThat(written().at("/tests/0/rounds/1/pins")).isEqualTo(JSON.readTree("""
                                [{"reason": "A native frame.", "frame": "com.acme.A.b(A.java:1)", "count": 2,
                                  "longestNanos": 20, "totalNanos": 30},
                                 {"reason": "Another.", "frame": null, "count": 1,
                                  "longestNanos": 10, "totalNanos": 10}]
                                """));
    }

    @Test
    void writesNullForWhatIsUnknown() throws IOException {
        JsonReport.start(file()).append(sparse());

        JsonNode test = written().at("/tests/0");
        assertThat(test.get("workers").isNull()).isTrue();
        assertThat(test.get("medianWallNanos").isNull()).isTrue();
        assertThat(test.at("/rounds/0/spans/0/cpuNanos").isNull()).isTrue();
    }

    @Test
    void keepsAnyTextAsItIs() throws IOException {
        String text = "\"quoted\\ \u0000\u0007\n\t\u007f \u2028 käse 😀 \ud800";
        JsonReport report = JsonReport.start(file());
        report.append(full(text));
        report.append(full("next"));

        assertThat(written().at("/tests/0/displayName").asText()).isEqualTo(text);
        assertThat(written().at("/tests/1/displayName").asText()).isEqualTo("next");
    }

    @Test
    void failsRatherThanWriteARecordIntoNothing() throws IOException {
        JsonReport report = JsonReport.start(file());
        Files.delete(file());

        assertThatIOException().isThrownBy(() -> report.append(full("lost")));
    }

    @Test
    void goesOnWithWhatThisJvmHasWritten() throws IOException {
        JsonReport.open(file()).append(Records.speedup(true));
        JsonReport first = JsonReport.open(file());
        first.append(full("first\n],\"speedups\":[]}"));
        first.append(sparse());
        JsonReport second = JsonReport.open(file());
        second.append(Records.speedup(false));
        second.append(full("second"));

        assertThat(schema().validate(written())).isEmpty();
        assertThat(written().get("tests").findValuesAsText("displayName"))
                .containsExactly("first\n],\"speedups\":[]}", "VIRTUAL_THREADS", "second");
        assertThat(written().findValuesAsText("verdict")).containsExactly("met", "inconclusive");
        assertThat(second.hasAdded("[engine:second]")).isTrue();
        assertThat(second.hasAdded("[engine:VIRTUAL_THREADS]")).isFalse();
    }

    @Test
    void beginsAnewWhereTheFileIsNotWholeOrAnotherJvms() throws IOException {
        JsonReport.start(file()).append(full("earlier"));
        String whole = Files.readString(file());
        String pid = "\"pid\":" + ProcessHandle.current().pid();

        for (String wrong : List.of(
                "",
                whole.substring(0, whole.length() / 2),
                whole.substring(0, whole.length() - 1),
                whole + "]",
                whole.replace(pid, pid + "0"))) {
            Files.writeString(file(), wrong);
            JsonReport.open(file()).append(full("next"));
            assertThat(written().findValuesAsText("displayName")).as(wrong).containsExactly("next");
        }
    }

    @Test
    void tellsJvmsApartByName() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintsItsName.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String name = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        assertThat(other.waitFor(15, TimeUnit.SECONDS)).isTrue();

        assertThat(name).matches("\\d+-\\d+").isNotEqualTo(JsonReport.jvmName());
        assertThat(JsonReport.jvmName()).isEqualTo(JsonReport.jvmName()).doesNotContain(File.separator);
    }

    /** The other JVM. */
    static final class PrintsItsName {

        private PrintsItsName() {}

        public static void main(String[] args) {
            System.out.println(JsonReport.jvmName());
        }
    }
}
