package io.github.acrossexecutors.benchmarks.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import io.github.acrossexecutors.benchmarks.solutions.Seen.Colour;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteTableTests {

    private static final Seen QUICK = new Seen("K0101", Colour.GREEN, 300, "");

    @Test
    void hasALineForEachConditionThatWasRun() {
        SuiteTable table = new SuiteTable(List.of(
                new Suite(Condition.IDLE, 20_000, List.of(QUICK)),
                new Suite(Condition.HOGS, 61_000, List.of(QUICK)),
                new Suite(Condition.HOGS, 70_000, List.of(QUICK)),
                new Suite(Condition.HOGS, 50_000, List.of(QUICK))));

        assertThat(table.toString().lines().skip(2))
                .containsExactly(
                        "| idle | 1 | 1 | 1 | 0 (0.0 %) | 0 | 20 | 20 |",
                        "| hogs | 3 | 3 | 3 | 0 (0.0 %) | 0 | 61 | 70 |");
        assertThat(table.hasFailure()).isFalse();
    }

    @Test
    void namesKoansThatWereSlowOrNotGreen() {
        SuiteTable table = new SuiteTable(List.of(
                new Suite(Condition.IDLE, 1, List.of(QUICK, new Seen("K0102", Colour.GREEN, 2_500, ""))),
                new Suite(Condition.IDLE, 1, List.of(QUICK, new Seen("K0102", Colour.FAILED, 0, "expected 4")))));

        assertThat(table.toString())
                .contains("| idle | 2 | 4 | 3 | 0 (0.0 %) | 1 |")
                .endsWith("- K0102, idle: 1 green, 1 failed; median 2500 ms, most 2500 ms\n")
                .doesNotContain("K0101");
        assertThat(table.hasFailure()).isTrue();
    }

    @Test
    void tellsTheShareThatWasNotJudged() {
        SuiteTable table = new SuiteTable(List.of(new Suite(
                Condition.ONE_CPU,
                1,
                List.of(QUICK, QUICK, QUICK, new Seen("K1002", Colour.INCONCLUSIVE, 0, "busy")))));

        assertThat(table.toString())
                .contains("| one-cpu | 1 | 4 | 3 | 1 (25.0 %) | 0 |")
                .contains("- K1002, one-cpu: 1 inconclusive;");
    }
}
