package io.github.acrossexecutors.benchmarks.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of the corpus")
class CorpusTableTests {

    @Test
    @DisplayName("has a row for a bug and its correct version: counts under each condition, times over all")
    void countsAndTimes() {
        CorpusTable table = table(
                Findings.of(Tool.EXPLORER, "LostUpdate.Bug", Condition.IDLE, Result.WRONG_RESULT, 100),
                Findings.of(Tool.EXPLORER, "LostUpdate.Bug", Condition.IDLE, Result.WRONG_RESULT, 200),
                Findings.of(Tool.EXPLORER, "LostUpdate.Bug", Condition.HOGS, Result.WRONG_RESULT, 600),
                Findings.of(Tool.EXPLORER, "LostUpdate.Correct", Condition.ONE_CPU, Result.PASSED, 300));

        assertThat(table.toString())
                .contains("| lost update | wrong result | 2/2, 1/1, - | 0.20, 0.60 | -, -, 1/1 | 0.30, 0.30 |  |");
        assertThat(table.lies(Findings.SETTING)).isEmpty();
    }

    @Test
    @DisplayName("says what was said instead, and calls it false")
    void namesWhatIsFalse() {
        CorpusTable table = table(
                Findings.of(Tool.EXPLORER, "LockOrder.Bug", Condition.IDLE, Result.STUCK, 100),
                Findings.of(Tool.EXPLORER, "LockOrder.Bug", Condition.IDLE, Result.PASSED, 100),
                Findings.of(Tool.EXPLORER, "LockOrder.Correct", Condition.HOGS, Result.DATA_RACE, 100));

        assertThat(table.toString())
                .contains("| lock order | stuck | 1/2, -, - | 0.10, 0.10 | -, 0/1, - | 0.10, 0.10"
                        + " | bug passed 1, correct data race 1 |");
        assertThat(table.lies(Findings.SETTING))
                .containsExactly("LockOrder.Bug idle: passed", "LockOrder.Correct hogs: data race");
    }

    @Test
    @DisplayName("keeps Lincheck apart, and what it says is never the explorer's lie")
    void keepsToolsApart() {
        CorpusTable table = table(
                Findings.of(Tool.EXPLORER, "StopFlag.Bug", Condition.IDLE, Result.DATA_RACE, 100),
                Findings.of(Tool.LINCHECK, "StopFlag.Bug", Condition.IDLE, Result.PASSED, 2_000));

        assertThat(table.toString())
                .contains("explorer, 1 JVMs", "lincheck, 1 JVMs", "| 0/1, -, - | 2.00, 2.00 |  |  | bug passed 1 |");
        assertThat(table.lies(Findings.SETTING)).isEmpty();
    }

    private static CorpusTable table(Finding... findings) {
        return new CorpusTable(List.of(findings), Subject.all());
    }
}
