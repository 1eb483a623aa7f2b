package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A measurement that warms up")
class MeasurementWarmUpTests {

    private final ScriptedContest contest = new ScriptedContest();
    private final ScriptedMachine machine = contest.machine;
    private final List<String> order = contest.order;

    @Test
    @DisplayName("does not despair of a first pair that computes, because it may have been cold")
    void coldFirstPair() throws Exception {
        Judgement judgement =
                contest.judge(2, () -> machine.compute(order.size() == 1 ? 2_000 : 90), () -> machine.compute(30));

        assertThat(judgement.verdict()).isEqualTo(Verdict.MET);
        assertThat(judgement.message()).contains("The first execution of 'A'", "it is cached, or was cold");
    }

    @Test
    @DisplayName("is not warm while the JIT compiler takes 2 % of a third of the budget")
    void compiling() throws Exception {
        Judgement judgement = contest.judge(
                2,
                () -> {
                    machine.compute(90);
                    machine.compile(3);
                },
                () -> machine.compute(30));

        assertThat(judgement.reason()).contains(Reason.NOT_WARM);
        assertThat(judgement.message()).contains("the JIT compiler still used 3 %");
        assertThat(machine.nanos()).isLessThan(ScriptedContest.BUDGET.toNanos() / 3 + Samples.nanos(120));
    }

    @Test
    @DisplayName("that never gets warm says, too, that its code is cached")
    void cachedButNeverWarm() throws Exception {
        Judgement judgement = contest.judge(
                2,
                () -> {
                    machine.compute(order.size() == 1 ? 700 : 90);
                    machine.compile(3);
                },
                () -> machine.compute(30));

        assertThat(judgement.reason()).contains(Reason.NOT_WARM);
        assertThat(judgement.message()).contains("The first execution of 'A'", "it is cached, or was cold");
    }

    @Test
    @DisplayName("judges code that is not warm by its waiting, where no warm-up could change what is to be said")
    void coldButWaiting() throws Exception {
        Body slow = () -> {
            machine.take(90, 30, 0);
            machine.compile(40);
        };
        Body fast = () -> machine.take(30, 10, 0);

        Judgement met = contest.judge(1.5, slow, fast);
        assertThat(met.verdict()).isEqualTo(Verdict.MET);
        assertThat(met.message()).contains("It was not warm yet", "so only its waiting was judged");
        assertThat(contest.judge(5, slow, fast).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(contest.judge(2.5, slow, fast).reason()).contains(Reason.NOT_WARM);
        assertThat(contest.judge(4, slow, fast).reason()).contains(Reason.NOT_WARM);
    }

    @Test
    @DisplayName("is not warm while times still fall by more than a tenth")
    void stillFalling() throws Exception {
        Judgement judgement = contest.judge(
                2,
                () -> machine.compute(100 + 200.0 / order.size()),
                () -> machine.compute(Math.max(30, 400 - 10 * order.size())));

        assertThat(judgement.reason()).contains(Reason.NOT_WARM);
        assertThat(judgement.message()).contains("medians of the contender still differ by");
    }

    @Test
    @DisplayName("is not warm right after a step, though the medians of three stretches agree across it")
    void step() {
        assertThat(afterStep(25, 8, 15, 2))
                .hasValueSatisfying(why -> assertThat(why).contains("medians of the baseline still differ by 67 %"));
        // Of rounds too long for two in a stretch it takes three to have a median.
        assertThat(afterStep(250, 4, 150, 1)).isEmpty();
    }

    private static Optional<String> afterStep(
            double beforeMillis, int pairsBefore, double afterMillis, int pairsAfter) {
        WarmUp warmUp = new WarmUp();
        for (int i = 0; i < pairsBefore + pairsAfter; i++) {
            double millis = i < pairsBefore ? beforeMillis : afterMillis;
            warmUp.add(new Pair(Samples.alone(millis), Samples.alone(afterMillis)));
        }
        return warmUp.missing();
    }

    @Test
    @DisplayName("is warm by CPU time where others make wall times differ, and then says that they do")
    void warmThoughStarved() throws Exception {
        Judgement judgement = contest.judge(
                2, () -> machine.take(100 + 30 * (order.size() % 3), 50, 50), () -> machine.take(60, 30, 30));

        assertThat(judgement.reason()).contains(Reason.SUPPLY_TOO_LOW);
    }
}
