package io.github.acrossexecutors.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Printed;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.MethodResult.Failure;
import io.github.acrossexecutors.runner.link.MethodResult.Status;
import io.github.acrossexecutors.runner.link.RoundSeen;
import io.github.acrossexecutors.runner.link.RoundSeen.SpanSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The timeline of a koan's run")
class TimelinesTests {

    private static final long PID = 4711;
    private static final long MILLI = 1_000_000;

    private final Path root;
    private final FixtureTree fixture;
    private final Timelines timelines;
    private LocalTime now = LocalTime.of(10, 42, 7, 5);

    TimelinesTests(@TempDir Path directory) {
        this.root = directory;
        this.fixture = FixtureTree.in(directory);
        this.timelines = new Timelines(Course.open(directory), () -> now);
    }

    private static RoundSeen round(String method, String name, SpanSeen... spans) {
        return new RoundSeen(PID, 17, method, name, 1, 2 * MILLI, List.of(spans));
    }

    private static SpanSeen[] oneAfterAnother(int count) {
        return IntStream.range(0, count)
                .mapToObj(task ->
                        new SpanSeen(task, "caller #30", (5L + task) * 100 * MILLI, (6L + task) * 100 * MILLI, MILLI))
                .toArray(SpanSeen[]::new);
    }

    private static SpanSeen[] atOnce(int count) {
        return IntStream.range(0, count)
                .mapToObj(task -> new SpanSeen(task, "Thread-" + task + " #4" + task, 7 * MILLI, 107 * MILLI, -1))
                .toArray(SpanSeen[]::new);
    }

    private static Outcome outcome(Status status, RoundSeen... rounds) {
        MethodResult result = new MethodResult("theFourFetchesOverlap", 2, status, 3, Failure.NONE);
        Outcome.Observed run = new Outcome.Observed(List.of(result), Printed.NOTHING, List.of(), List.of(rounds));
        return status == Status.PASSED ? new Outcome.Green(run) : new Outcome.Red(result, "a:1", "b:2", run);
    }

    private Optional<Drawn> draw(Outcome outcome) {
        return timelines.draw(fixture.addUp(), new Variant.Stub(), outcome);
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper()
                .readTree(
                        Files.readString(root.resolve(".learn/timelines/K9901/across-executors-4711-17/report.json")));
    }

    @Test
    @DisplayName("is the extension's report: threads are workers, what they did are spans, and the run is the model")
    void isAReport() throws IOException {
        Optional<Drawn> drawn = draw(outcome(Status.FAILED, round("theFourFetchesOverlap", "", oneAfterAnother(4))));

        Path page = root.resolve(".learn/timelines/K9901/report.html");
        assertThat(drawn).contains(new Drawn.There(page, ".learn/timelines/K9901/report.html"));
        assertThat(page).content().contains("K9901, 2. The four fetches overlap", "echarts");
        JsonNode report = report();
        assertThat(report.at("/version").asInt()).isEqualTo(1);
        assertThat(report.at("/jvm/pid").asLong()).isEqualTo(PID);
        assertThat(report.at("/jvm/startedEpochMillis").asLong()).isEqualTo(17);
        assertThat(report.at("/tests")).hasSize(1);
        JsonNode test = report.at("/tests/0");
        assertThat(test.get("model").asText()).isEqualTo("your code, 10:42:07");
        assertThat(test.get("meaning").asText()).isEqualTo("observed");
        assertThat(test.get("status").asText()).isEqualTo("failed");
        assertThat(test.at("/rounds/0/wallNanos").asLong()).isEqualTo(400 * MILLI);
        assertThat(test.at("/rounds/0/peakOverlap").asInt()).isEqualTo(1);
        assertThat(test.at("/rounds/0/gcCount").asInt()).isEqualTo(1);
        assertThat(test.at("/rounds/0/spans/3"))
                .hasToString("{\"task\":3,\"worker\":\"caller #30\",\"startNanos\":300000000,\"endNanos\":400000000,"
                        + "\"cpuNanos\":1000000}");
    }

    @Test
    @DisplayName("stands below that of the run before, and no further back")
    void before() throws IOException {
        draw(outcome(Status.FAILED, round("theFourFetchesOverlap", "", oneAfterAnother(2))));
        now = LocalTime.of(10, 43);
        draw(outcome(Status.FAILED, round("theFourFetchesOverlap", "", oneAfterAnother(4))));
        now = LocalTime.of(10, 44);
        timelines.draw(
                fixture.keepCount(),
                new Variant.Stub(),
                outcome(Status.PASSED, round("theFourFetchesOverlap", "", atOnce(2))));
        draw(outcome(Status.PASSED, round("theFourFetchesOverlap", "", atOnce(4))));

        JsonNode tests = report().get("tests");
        assertThat(tests.findValuesAsText("model")).containsExactly("your code, 10:43", "your code, 10:44");
        assertThat(tests.findValuesAsText("test")).containsOnly("K9901, 2. The four fetches overlap");
        assertThat(tests.at("/1/rounds/0/peakOverlap").asInt()).isEqualTo(4);
        assertThat(tests.at("/1/rounds/0/spans/0/cpuNanos").isNull()).isTrue();
    }

    @Test
    @DisplayName("has the parts that the test tells apart as models, and what bears the same name as rounds of one")
    void parts() throws IOException {
        draw(outcome(
                Status.PASSED,
                round("theFourFetchesOverlap", "one page", oneAfterAnother(1)),
                round("theFourFetchesOverlap", "fifty pages", atOnce(50)),
                round("theFourFetchesOverlap", "one page", oneAfterAnother(1)),
                round("theFourFetchesOverlap", "alone", oneAfterAnother(1))));

        JsonNode tests = report().get("tests");
        assertThat(tests.findValuesAsText("model")).containsExactly("one page, 10:42:07", "fifty pages, 10:42:07");
        assertThat(tests.at("/0/rounds")).hasSize(2);
        assertThat(tests.at("/1/rounds")).hasSize(1);
    }

    @Test
    @DisplayName("is not written where there are not two bars to compare")
    void nothingToSee() {
        assertThat(draw(outcome(Status.PASSED))).isEmpty();
        assertThat(draw(outcome(Status.PASSED, round("theFourFetchesOverlap", "", oneAfterAnother(1)))))
                .isEmpty();
        assertThat(draw(new Outcome.NotJudged("too busy"))).isEmpty();
        assertThat(root.resolve(".learn/timelines")).doesNotExist();
    }

    @Test
    @DisplayName("that cannot be written is a note with the place, and nothing else")
    void refused() throws IOException {
        Files.createDirectories(root.resolve(".learn"));
        Files.writeString(root.resolve(".learn/timelines"), "in the way");

        Optional<Drawn> drawn = draw(outcome(Status.PASSED, round("theFourFetchesOverlap", "", oneAfterAnother(2))));

        assertThat(drawn)
                .get()
                .isInstanceOfSatisfying(
                        Drawn.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .startsWith("the timeline could not be written to .learn/timelines/K9901 ("));
    }
}
