package io.github.acrossexecutors.benchmarks.verdicts;

import static io.github.acrossexecutors.benchmarks.verdicts.Findings.inconclusive;
import static io.github.acrossexecutors.benchmarks.verdicts.Findings.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of verdicts")
class VerdictTableTests {

    @Test
    @DisplayName("counts verdicts and the reasons of those that are inconclusive")
    void counts() {
        VerdictTable table = table(
                Truth.B,
                seen(Outcome.MET),
                seen(Outcome.MET),
                inconclusive("not warm"),
                inconclusive("budget"),
                inconclusive("not warm"));

        assertThat(table.toString())
                .contains(
                        "| 0.7 of ideal | quiet | 5 | 2 | 0 | 3: budget 1, not warm 2 | 0 | 45.1 % | 0 | 2.00 | 5.0 |  |");
        assertThat(table.lies(Findings.SETTING)).isEmpty();
    }

    @Test
    @DisplayName("shows a false verdict and what rate it allows for")
    void showsLies() {
        VerdictTable table = table(Truth.A, seen(Outcome.MET), seen(Outcome.NOT_MET));

        assertThat(table.toString()).contains("| 2 | 1 | 1 | 0 | 1 **false** | 97.5 % |");
        assertThat(table.lies(Findings.SETTING)).containsExactly("A quiet");
    }

    @Test
    @DisplayName("takes met at the bar for false only where chance does not explain it")
    void toleratesChance() {
        Seen[] once = of(19, Outcome.INCONCLUSIVE, 1);
        Seen[] often = of(15, Outcome.INCONCLUSIVE, 5);

        assertThat(table(Truth.M, once).lies(Findings.SETTING)).isEmpty();
        assertThat(table(Truth.M, often).lies(Findings.SETTING)).containsExactly("M quiet");
    }

    @Test
    @DisplayName("takes not met and refused for false where met is true")
    void knowsTwoWaysToDeny() {
        assertThat(table(Truth.D, seen(Outcome.NOT_MET)).lies(Findings.SETTING)).containsExactly("D quiet");
        assertThat(table(Truth.D, seen(Outcome.REFUSED)).lies(Findings.SETTING)).containsExactly("D quiet");
        assertThat(table(Truth.F2, seen(Outcome.REFUSED)).lies(Findings.SETTING))
                .isEmpty();
    }

    @Test
    @DisplayName("takes met for false where one CPU alone cannot have shown it")
    void knowsWhatOneCpuCannotShow() {
        Seen met = new Seen(Outcome.MET, null, 9, 0.98, 1.01, 5, 0.1, "seen", List.of(), 1);

        assertThat(table(Truth.B, met).lies(Findings.SETTING)).containsExactly("B quiet");
        assertThat(table(Truth.D, met).lies(Findings.SETTING)).isEmpty();
    }

    @Test
    @DisplayName("wants code that remembers its result flagged, where there is a verdict")
    void wantsAFlag() {
        assertThat(table(Truth.K1, seen(Outcome.MET)).lies(Findings.SETTING)).containsExactly("K1 quiet");
        assertThat(table(Truth.K1, inconclusive("not warm")).lies(Findings.SETTING))
                .isEmpty();
        VerdictTable flagged = table(Truth.K1, seen(Outcome.MET, 9, 5, "the later ones: it is cached, or was cold."));
        assertThat(flagged.lies(Findings.SETTING)).isEmpty();
        assertThat(flagged.toString()).contains("| 1 flagged as cached |");
    }

    @Test
    @DisplayName("tells of clear truths that were decided late, and of budgets that were exceeded by more than a round")
    void tellsWhatTookTooLong() {
        assertThat(table(Truth.D, seen(Outcome.MET, 12, 10.1, ""), seen(Outcome.MET, 13, 10.11, ""))
                        .toString())
                .contains("| 1 took over 12 pairs; 1 took longer than its budget and a round |");
        assertThat(table(Truth.E, seen(Outcome.NOT_MET, 28, 5, "")).toString()).doesNotContain("took over");
    }

    @Test
    @DisplayName("never counts together what was found in different settings")
    void keepsSettingsApart() {
        Finding one = Findings.of(Truth.A, Condition.QUIET, seen(Outcome.NOT_MET));
        Finding other = new Finding(
                "elsewhere", one.truth(), one.condition(), one.started(), one.load(), one.budgetSeconds(), one.seen());

        assertThat(new VerdictTable(List.of(one, other)).toString())
                .contains("here\n", "elsewhere\n")
                .doesNotContain("| quiet | 2 |");
    }

    @Test
    @DisplayName("tells the lies of one setting alone")
    void liesOfOneSetting() {
        VerdictTable table = table(Truth.A, seen(Outcome.MET));

        assertThat(table.lies(Findings.SETTING)).isNotEmpty();
        assertThat(table.lies("elsewhere")).isEmpty();
    }

    @Test
    @DisplayName("is made of findings that were read back as they were written")
    void readsFindings() throws Exception {
        Finding finding = Findings.of(Truth.A, Condition.STEADY, inconclusive("budget"));

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readValue(json.writeValueAsString(finding), Finding.class))
                .isEqualTo(finding);
    }

    private static VerdictTable table(Truth truth, Seen... seen) {
        return new VerdictTable(Stream.of(seen)
                .map(one -> Findings.of(truth, Condition.QUIET, one))
                .toList());
    }

    private static Seen[] of(int number, Outcome outcome, int met) {
        return Stream.concat(
                        Collections.nCopies(number, seen(outcome)).stream(),
                        Collections.nCopies(met, seen(Outcome.MET)).stream())
                .toArray(Seen[]::new);
    }
}
