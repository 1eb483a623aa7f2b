package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was measured")
class ResultsTests {

    static class TwoModelsTestCase {
        @AcrossExecutors(
                value = {SEQUENTIAL, FIXED_POOL},
                tasks = 3,
                workers = 2,
                warmups = 1,
                rounds = 2)
        void quotes() {}

        @AcrossExecutors(SEQUENTIAL)
        void other() {}
    }

    @Test
    @DisplayName("is printed as one table per test, headed by class and method, with a line per model")
    void isPrintedAsTables() {
        assertThat(EngineRun.of(TwoModelsTestCase.class).console())
                .containsOnlyOnce("ResultsTests.TwoModelsTestCase.quotes (3 tasks)\n")
                .containsOnlyOnce("ResultsTests.TwoModelsTestCase.other (1 task)\n")
                .containsPattern("(?m)^  SEQUENTIAL +1 +2 .* passed$")
                .containsPattern("(?m)^  FIXED_POOL +2 +2 .* passed$");
    }

    @Test
    @DisplayName("is not printed with across.table=false, nor written with across.report=false")
    void canBeSwitchedOff() {
        EngineRun run = EngineRun.with("across.table", "false", "across.report", "false")
                .run(TwoModelsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.console()).isEmpty();
        assertThat(run.reports()).isEmpty();
        assertThat(run.errors()).isEmpty();
    }

    @Test
    @DisplayName("is attached to each node as report entries")
    void isAttachedToNodes() {
        assertThat(EngineRun.of(TwoModelsTestCase.class)
                        .test("quotes() under FIXED_POOL")
                        .entries())
                .containsEntry("across.model", "FIXED_POOL")
                .containsEntry("across.meaning", "copies")
                .containsEntry("across.tasks", "3")
                .containsEntry("across.workers", "2")
                .containsEntry("across.rounds", "2")
                .hasEntrySatisfying(
                        "across.wall.median.nanos", nanos -> assertThat(nanos).matches("\\d+"));
    }

    @Test
    @DisplayName("is in report.json with every round and span, and the identity of each node")
    void isInTheReport() {
        JsonNode report = EngineRun.of(TwoModelsTestCase.class).report();

        assertThat(report.get("tests")).hasSize(3);
        for (JsonNode test : report.get("tests")) {
            boolean quotes = test.get("method").asText().equals("quotes");
            assertThat(test.get("class").asText()).isEqualTo(TwoModelsTestCase.class.getName());
            assertThat(test.get("displayName").asText())
                    .endsWith(" under " + test.get("model").asText());
            assertThat(test.get("uniqueId").asText()).contains("test-template-invocation:#");
            assertThat(test.get("rounds")).hasSize(quotes ? 3 : 1);
            assertThat(test.get("rounds"))
                    .allSatisfy(round -> assertThat(round.get("spans"))
                            .hasSize(quotes ? 3 : 1)
                            .allSatisfy(span ->
                                    assertThat(span.get("worker").asText()).isNotBlank()));
        }
    }

    @Test
    @DisplayName("tells apart the invocations of one method, and knows the same one under each model")
    void tellsInvocationsApart() {
        JsonNode report = EngineRun.of(ClassFormTests.ProductTestCase.class).report();

        assertThat(report.findValuesAsText("test")).hasSize(14);
        assertThat(report.findValuesAsText("test").stream().distinct()).hasSize(7);
    }

    @Test
    @DisplayName("names overloaded methods with their parameters, so that no two tables have the same head")
    void namesOverloadedMethods() {
        assertThat(EngineRun.of(OverloadedTestCase.class).console())
                .contains("OverloadedTestCase.body() (1 task)", "OverloadedTestCase.body(Task) (1 task)");
    }

    static class OverloadedTestCase {
        @AcrossExecutors(SEQUENTIAL)
        void body() {}

        @AcrossExecutors(SEQUENTIAL)
        void body(Task task) {
            Journal.write(task);
        }
    }

    @Test
    @DisplayName("warns of a first round that stands out, which was cold or filled a cache")
    void warnsOfAColdFirstRound() {
        assertThat(EngineRun.of(ColdTestCase.class).console())
                .contains("SEQUENTIAL: The first round took over five times as long as the later ones");
    }

    static class ColdTestCase {
        @AcrossExecutors(value = SEQUENTIAL, rounds = 5)
        void body(Task task) throws InterruptedException {
            if (task.round() == 1) {
                new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Test
    @DisplayName("that cannot be written is said once on standard error, and fails no test")
    void cannotBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("a file, not a directory"));

        EngineRun run = EngineRun.with().run(file, TwoModelsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.errors()).containsOnlyOnce("@AcrossExecutors: report.json cannot be written: ");
    }
}
