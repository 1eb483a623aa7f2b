package io.github.acrossexecutors.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Timings;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The console's table, as a person sees it. */
class TextTableTests {

    @Test
    void alignsFiguresAndLeavesTheWarmUpOut() {
        List<Round> rounds = List.of(
                Records.round(1, true, 9_000, OptionalLong.of(1)),
                Records.round(2, false, 100, OptionalLong.of(10)),
                Records.round(3, false, 300, OptionalLong.of(30)),
                Records.round(4, false, 200, OptionalLong.of(20)));
        List<Round> unknownCpu = List.of(Records.round(1, false, 1_234, OptionalLong.empty()));

        String table = TextTable.of(
                "PriceServiceTest.quotes",
                List.of(
                        Records.record("SEQUENTIAL", OptionalInt.of(1), TestStatus.PASSED, rounds),
                        Records.record("VIRTUAL_THREADS", OptionalInt.empty(), TestStatus.FAILED, unknownCpu)),
                List.of());

        assertThat(table).isEqualTo("""
                        PriceServiceTest.quotes (1 task)
                          model            workers  rounds     median      least   greatest      cpu  overlap  result
                          SEQUENTIAL             1       3   200.0 ms   100.0 ms   300.0 ms  20.0 ms        1  passed
                          VIRTUAL_THREADS        ?       1  1234.0 ms  1234.0 ms  1234.0 ms        ?        1  failed
                        """);
    }

    @Test
    void putsNotesBelowTheModels() {
        Timings timings = new Timings("FORK_JOIN", OptionalInt.of(2), 32, List.of());

        String table = TextTable.of(
                "T.m",
                List.of(Records.record("a", timings, TestStatus.ABORTED, List.of("One note.", "Another."))),
                List.of());

        assertThat(table).isEqualTo("""
                        T.m (32 tasks)
                          model      workers  rounds  median  least  greatest  cpu  overlap  result
                          FORK_JOIN        2       0       ?      ?         ?    ?        0  aborted
                          FORK_JOIN: One note.
                          FORK_JOIN: Another.
                        """);
    }

    @Test
    void putsSpeedupsBelowTheNotesAndStandsWithoutModels() {
        String table = TextTable.of("T.m", List.of(), List.of(Records.speedup(true), Records.speedup(false)));

        assertThat(table).isEqualTo("""
                        T.m
                          FIXED_POOL at least 3x SEQUENTIAL: met (median 4.00 x, p90 5.00 x, 10 pairs, 9 of them \
                        with enough CPU time, CPU supply 1.00, runnable parallelism 1.00, CPU time 1.00 x, peak overlap 8, load balance 1.00)
                          FIXED_POOL at least 3x SEQUENTIAL: inconclusive (too few cpus)
                        """);
    }
}
