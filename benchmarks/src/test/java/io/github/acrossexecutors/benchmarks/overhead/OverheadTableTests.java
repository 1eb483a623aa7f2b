package io.github.acrossexecutors.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table")
class OverheadTableTests {

    @Test
    @DisplayName("takes a ratio within each block, so that a machine that slows down between them spoils none")
    void takesRatiosWithinBlocks() {
        String table = new OverheadTable(List.of(block(100, 300), block(1_000, 3_000), block(50, 150))).toString();

        assertThat(line(table, Row.ONE_ROUND)).contains("1150 ±", "3.00 ± 0.00").endsWith("0.6000 ± 0.0000");
    }

    @Test
    @DisplayName("shows half of the 95 % confidence interval over the blocks")
    void showsTheInterval() {
        String table = new OverheadTable(List.of(block(100, 90), block(100, 100), block(100, 110))).toString();

        // Student's t for 2 degrees of freedom, 4.303, times 10 / sqrt(3)
        assertThat(line(table, Row.ONE_ROUND)).contains("100 ± 25");
    }

    @Test
    @DisplayName("reads the extension's own figure as the mean over the iterations")
    void readsTheCounter() {
        String table = new OverheadTable(List.of(block(100, 300), block(100, 300), block(100, 300))).toString();

        assertThat(line(table, Row.ROUND)).contains(" 15 ± 0 ");
    }

    @Test
    @DisplayName("names a benchmark that is missing")
    void namesWhatIsMissing() {
        OverheadTable table = new OverheadTable(List.of(new ObjectMapper().createArrayNode()));

        assertThatThrownBy(table::toString).hasMessage("JMH wrote nothing of invokeAll");
    }

    private static String line(String table, Row row) {
        return table.lines()
                .filter(line -> line.contains(row.title))
                .findFirst()
                .orElseThrow();
    }

    /** As JMH writes it: forks of iterations; in each, the extension's own figure is 10, then 20. */
    private static JsonNode block(double invokeAll, double oneRound) {
        Map<String, Double> nanos = Map.of(
                "invokeAll",
                invokeAll,
                "manyRounds",
                200.0,
                "oneRound",
                oneRound,
                "oneRoundReported",
                400.0,
                "repeatedTest",
                oneRound / 0.6,
                "launcherAlone",
                1.0);
        ArrayNode block = new ObjectMapper().createArrayNode();
        nanos.forEach((name, value) -> {
            ObjectNode result = block.addObject().put("benchmark", "overhead.OverheadBenchmark." + name);
            result.putObject("primaryMetric").putArray("rawData").addArray().add(value);
            ObjectNode counters = result.putObject("secondaryMetrics");
            counters.putObject("nanosPerTask")
                    .putArray("rawData")
                    .addArray()
                    .add(10)
                    .add(20);
            counters.putObject("gc.alloc.rate.norm")
                    .putArray("rawData")
                    .addArray()
                    .add(64);
        });
        return block;
    }
}
