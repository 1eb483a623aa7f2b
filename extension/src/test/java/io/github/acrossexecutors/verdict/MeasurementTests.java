package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A measurement")
class MeasurementTests {

    private final ScriptedContest contest = new ScriptedContest();
    private final ScriptedMachine machine = contest.machine;
    private final List<String> order = contest.order;

    @Test
    @DisplayName("warms up with three stretches and then decides met with 9 pairs")
    void leastNumberOfPairs() throws Exception {
        Judgement judgement = contest.judge(2, () -> machine.compute(90), () -> machine.compute(30));

        assertThat(judgement.verdict()).isEqualTo(Verdict.MET);
        assertThat(judgement.figures().orElseThrow().pairs()).isEqualTo(9);
        assertThat(order).hasSize(2 * (1 + 3 + 9));
    }

    @Test
    @DisplayName("interleaves its pairs: A B, B A, A B")
    void interleaved() throws Exception {
        contest.judge(2, () -> machine.compute(90), () -> machine.compute(30));

        assertThat(String.join("", order.subList(order.size() - 18, order.size())))
                .isEqualTo("ABBAABBAABBAABBAAB");
    }

    @Test
    @DisplayName("repeats not met in a second block, in swapped order, after a pause")
    void repeated() throws Exception {
        Judgement judgement = contest.judge(2, () -> machine.compute(90), () -> machine.compute(60));

        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judgement.figures().orElseThrow().pairs()).isEqualTo(24);
        assertThat(machine.pauses).hasSize(1);
        assertThat(String.join("", order.subList(order.size() - 24, order.size())))
                .isEqualTo("BAABBAABBAABBAABBAABBAAB");
    }

    @Test
    @DisplayName("that sees two threads burn more CPU time asks whether the CPUs slow each other down")
    void asksOfCores() throws Exception {
        ScriptedContest sharing = new ScriptedContest();
        ScriptedContest busy = new ScriptedContest();
        ScriptedContest alone = new ScriptedContest();
        sharing.machine.coresSlowEachOther(1.8);
        busy.machine.coresAreTooBusyToAsk();
        alone.machine.coresSlowEachOther(1.8);

        Judgement undisturbed = contest.judge(2, () -> machine.compute(90), () -> machine.take(90, 170, 0));
        Judgement shared = sharing.judge(2, () -> sharing.machine.compute(90), () -> sharing.machine.take(90, 170, 0));
        Judgement unasked = busy.judge(2, () -> busy.machine.compute(90), () -> busy.machine.take(90, 170, 0));
        Judgement single = alone.judge(2, () -> alone.machine.compute(30), () -> alone.machine.compute(90));

        assertThat(undisturbed.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(shared.reason()).contains(Reason.TOO_FEW_CPUS);
        assertThat(shared.message())
                .containsPattern("Right after (\\d+) of \\1 pairs the CPUs slowed each other down")
                .contains("hardware threads of one core", "Run it again, or where the cores are your own.");
        assertThat(unasked.reason()).contains(Reason.TOO_FEW_CPUS);
        assertThat(single.verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    @DisplayName("asks no more CPUs than its code keeps busy: all hardware threads of a machine always share cores")
    void asksFewCores() throws Exception {
        ScriptedContest onEight = new ScriptedContest(8);

        onEight.judge(2, () -> onEight.machine.compute(90), () -> onEight.machine.take(90, 170, 0));

        assertThat(onEight.machine.askedOfCores).containsOnly(2);
    }

    @Test
    @DisplayName("says after the first pair that its waits do not fit the budget")
    void shortageAfterFirstPair() throws Exception {
        Judgement judgement = contest.judge(2, () -> machine.sleep(1_000), () -> machine.sleep(800));

        assertThat(order).containsExactly("A", "B");
        assertThat(judgement.reason()).contains(Reason.BUDGET);
        assertThat(judgement.message())
                .contains("needs 9 pairs of 1.8 s", "shorten the wait", "raise the budget to 24 s or more");
    }

    @Test
    @DisplayName("ends after a first round that takes the whole budget, and says what would do")
    void longFirstRound() throws Exception {
        Judgement judgement = contest.judge(2, () -> machine.compute(11_000), () -> machine.compute(10));

        assertThat(order).containsExactly("A");
        assertThat(judgement.reason()).contains(Reason.BUDGET);
        assertThat(judgement.message()).contains("needs 9 pairs of 22 s", "raise the budget to 275 s or more");
    }

    @Test
    @DisplayName("pays for all that went before its first round")
    void longStart() throws Exception {
        machine.sleep(9_000);

        Judgement judgement = contest.judge(2, () -> machine.sleep(100), () -> machine.sleep(80));

        assertThat(judgement.message()).contains("0.82 s of the budget of 10 s are left");
    }

    @Test
    @DisplayName("says so after the first pair although the warm-up would fit")
    void shortageBeforeWarmUp() throws Exception {
        contest.judge(2, () -> machine.sleep(700), () -> machine.sleep(500));

        assertThat(order).containsExactly("A", "B");
    }

    @Test
    @DisplayName("repeats short code within a round of at least 20 ms")
    void repetitions() throws Exception {
        Judgement judgement = contest.judge(2, () -> machine.compute(3), () -> machine.compute(1));

        assertThat(judgement.verdict()).isEqualTo(Verdict.MET);
        // B follows A and A follows B: rounds of the same contestant next to each other read as one.
        String rounds = String.join("", order).replaceAll("A{7,}", "a").replaceAll("B{20,}", "b");
        assertThat(rounds).endsWith("abababab");
    }

    @Test
    @DisplayName("does not repeat code that waits")
    void waitsAreNotRepeated() throws Exception {
        contest.judge(2, () -> machine.sleep(6), () -> machine.sleep(2));

        assertThat(String.join("", order)).doesNotContain("AAA").doesNotContain("BBB");
    }

    @Test
    @DisplayName("is inconclusive while others take the CPUs, and never exceeds its budget by more than a pair")
    void starved() throws Exception {
        Judgement judgement = contest.judge(2, () -> machine.take(180, 90, 90), () -> machine.take(60, 30, 30));

        assertThat(judgement.reason()).contains(Reason.SUPPLY_TOO_LOW);
        assertThat(judgement.message()).contains("Only 0 of", "CPU supply 0.50");
        assertThat(machine.nanos()).isLessThanOrEqualTo(ScriptedContest.BUDGET.toNanos());
    }

    @Test
    @DisplayName("is inconclusive where the contender wants more CPUs than there are")
    void tooFewCpus() throws Exception {
        Judgement judgement = contest.judge(4, () -> machine.compute(100), () -> machine.take(50, 100, 300));

        assertThat(judgement.reason()).contains(Reason.TOO_FEW_CPUS);
        assertThat(judgement.message()).contains("kept 8.0 threads runnable on 2 CPUs");
    }

    @Test
    @DisplayName("asks spinners where threads end before anyone reads their statistics")
    void unseenThreads() throws Exception {
        ScriptedContest starved = new ScriptedContest();
        starved.machine.spinnersGet(0.6);

        assertThat(halvedUnseen(contest).verdict()).isEqualTo(Verdict.MET);
        assertThat(halvedUnseen(starved).reason()).contains(Reason.SUPPLY_TOO_LOW);
    }

    @Test
    @DisplayName("does not say not met of threads that have ended, because nobody knows how long they waited for a CPU")
    void endedThreads() throws Exception {
        assertThat(withEndedThreads(10, 80).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(withEndedThreads(2, 300).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    @DisplayName("does not take starved pairs of the second block for a contradiction")
    void starvedWhileRepeating() throws Exception {
        Judgement judgement = contest.judge(
                2,
                () -> machine.take(90, machine.pauses.isEmpty() ? 90 : 30, machine.pauses.isEmpty() ? 0 : 60),
                () -> machine.take(60, machine.pauses.isEmpty() ? 60 : 20, machine.pauses.isEmpty() ? 0 : 40));

        assertThat(judgement.reason()).contains(Reason.SUPPLY_TOO_LOW);
        assertThat(machine.pauses).hasSize(1);
    }

    @Test
    @DisplayName("says at once that the second block does not fit the budget")
    void noRoomToRepeat() throws Exception {
        Judgement judgement = contest.judge(2, () -> machine.sleep(300), () -> machine.sleep(250));

        assertThat(judgement.reason()).contains(Reason.BUDGET);
        assertThat(judgement.message()).contains("second one that must repeat it needs 12 pairs of 0.55 s");
        assertThat(machine.pauses).isEmpty();
    }

    @Test
    @DisplayName("says that pairs on both sides of the bar are too close to it")
    void tooClose() throws Exception {
        Judgement judgement =
                contest.judge(2, () -> machine.compute(60 + 4 * (order.size() / 4 % 2)), () -> machine.compute(31));

        assertThat(judgement.reason()).contains(Reason.TOO_CLOSE);
        assertThat(judgement.message()).contains("on both sides of the bar");
    }

    @Test
    @DisplayName("without a bar goes on for 50 pairs in each of two blocks, for any bar to be judged")
    void withoutBar() throws Exception {
        Judge judge = contest.measurement(
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(60)),
                        () -> machine.compute(90),
                        () -> machine.compute(30))
                .run();

        assertThat(judge.figures().orElseThrow().pairs()).isEqualTo(100);
        assertThat(judge.judge(2.9, 1).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge.judge(3.1, 1).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judge.judge(3, 1).reason()).contains(Reason.TOO_CLOSE);
    }

    @Test
    @DisplayName("may take 10 s by default")
    void defaultBudget() throws Exception {
        Judge judge = contest.measurement(
                        Optional.of(ScriptedContest.bar(2)),
                        Optional.empty(),
                        () -> machine.sleep(1_400),
                        () -> machine.sleep(100))
                .run();

        assertThat(judge.judge().message()).contains("of the budget of 10 s");
    }

    @Test
    @DisplayName("ends with what a body throws, as it is")
    void bodyFails() {
        IOException failure = new IOException("no route");
        assertThatThrownBy(() -> contest.judge(
                        2,
                        () -> {
                            throw failure;
                        },
                        () -> machine.compute(30)))
                .isSameAs(failure);
    }

    private static Judgement halvedUnseen(ScriptedContest contest) throws Exception {
        return contest.judge(1.5, () -> contest.machine.compute(100), () -> contest.machine.computeUnseen(50, 100));
    }

    /** A contender of 70 ms, each of whose threads ends. */
    private static Judgement withEndedThreads(double bar, double baselineMillis) throws Exception {
        ScriptedContest contest = new ScriptedContest();
        contest.machine.spinnersGet(0.5);
        Body contender = () -> {
            contest.machine.take(70, 2, 0);
            contest.machine.endThreads(8);
        };
        return contest.judge(bar, () -> contest.machine.take(baselineMillis, 2, 0), contender);
    }
}
