package io.github.acrossexecutors.verdict;

import static io.github.acrossexecutors.verdict.Samples.alone;
import static io.github.acrossexecutors.verdict.Samples.pair;
import static io.github.acrossexecutors.verdict.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A verdict's message")
class JudgeTests {

    @Test
    @DisplayName("says what was expected and what was seen")
    void met() {
        Judgement judgement = Judges.of(pair(3)).judge(2, 1);

        assertThat(judgement.message())
                .isEqualTo("Expected 'your pool' to be at least 2 x as fast as 'one by one': met. Seen: median 3.00 x,"
                        + " p90 3.00 x, 24 pairs, CPU supply 1.00, runnable parallelism 1.00, CPU time 0.33 x.");
    }

    @Test
    @DisplayName("tells the share of garbage collection where it is worth telling")
    void collection() {
        Usage collecting = new Usage(
                new ThreadTimes(Samples.nanos(100), 0),
                0,
                0,
                Samples.nanos(100),
                0,
                0,
                0,
                Samples.nanos(12),
                OptionalDouble.empty());

        assertThat(Judges.of(new Pair(alone(300), sample(100, collecting)))
                        .judge(2, 1)
                        .message())
                .contains(", GC 3 % of the time");
    }

    @Test
    @DisplayName("blames work done twice where the contender used twice the CPU time")
    void inflation() {
        assertThat(notMet(new Pair(alone(100), sample(100, 200, 0)))).contains("2.0 x the CPU time");
    }

    @Test
    @DisplayName("blames a lock or one worker where one thread at a time was runnable")
    void oneThread() {
        assertThat(notMet(new Pair(alone(100), alone(98)))).contains("one thread at a time does the work");
    }

    @Test
    @DisplayName("blames waits that do not overlap where it mostly waited")
    void waits() {
        assertThat(notMet(new Pair(sample(100, 1, 0), sample(99, 3, 0)))).contains("its waits hardly overlap");
    }

    @Test
    @DisplayName("blames unequal shares where several threads were runnable for some of the time")
    void shares() {
        assertThat(notMet(new Pair(alone(100), sample(65, 100, 0)))).contains("shares of unequal size");
    }

    @Test
    @DisplayName("says that an inconclusive verdict is neither a pass nor a failure, and why")
    void inconclusive() {
        Judgement judgement = Judges.of(Samples.starved(3)).judge(2, 1);

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.message())
                .contains("neither a pass nor a failure", "Only 0 of 24 pairs", "Close what computes");
    }

    @Test
    @DisplayName("blames missing CPU time where the pairs that had enough of it would decide, and else the bar")
    void leftOpenByFew() {
        Pair middling = new Pair(sample(200, 100, 100), sample(143, 100, 100));
        Expectation expected = Expectation.atLeast(1.4, ErrorBudget.among(1), new Ideal(2, 2));

        Judgement slow = mixed(pair(1), pair(1), middling).judge(expected);
        assertThat(slow.reason()).contains(Reason.SUPPLY_TOO_LOW);
        assertThat(slow.message()).contains("Only 16 of 24 pairs", "or its own threads held each other up");
        assertThat(mixed(pair(1), pair(2), middling).judge(expected).reason()).contains(Reason.TOO_CLOSE);
    }

    private static Judge mixed(Pair... pairs) {
        List<Pair> first = Collections.nCopies(8, List.of(pairs)).stream()
                .flatMap(List::stream)
                .toList();
        return Judges.of(first, List.of(), Optional.empty());
    }

    @Test
    @DisplayName("names a container's limit, or the hypervisor, where that took the CPUs, and not other processes")
    void taken() {
        assertThat(Judges.of(new Pair(alone(300), sample(100, taken(1, 0))))
                        .judge(2, 1)
                        .message())
                .contains("Only 0 of 24 pairs", "the CPU limit of this container throttled 24")
                .doesNotContain("others were using");
        assertThat(Judges.of(new Pair(alone(300), sample(100, taken(0, Samples.nanos(10)))))
                        .judge(2, 1)
                        .message())
                .contains("in 24 the hypervisor gave CPUs of this machine to others");
    }

    private static Usage taken(long throttledNanos, long stolenNanos) {
        return new Usage(
                new ThreadTimes(Samples.nanos(100), 0),
                0,
                0,
                Samples.nanos(100),
                throttledNanos,
                stolenNanos,
                0,
                0,
                OptionalDouble.empty());
    }

    @Test
    @DisplayName(
            "blames the budget for a second block that says the same but ended too soon, and noise for another one")
    void secondBlock() {
        Judgement tooShort = of(pair(1.5), 12, pair(1.5), 8).judge(2, 1);
        assertThat(tooShort.reason()).contains(Reason.BUDGET);
        assertThat(tooShort.message()).contains("ended after 8 pairs of the second block");

        Judgement other = of(pair(1.5), 12, pair(2.5), 8).judge(2, 1);
        assertThat(other.reason()).contains(Reason.NOT_REPEATED);
        assertThat(other.message()).contains("did not repeat it");
    }

    @Test
    @DisplayName("of another bar does not repeat what the budget lacked for a second block of the first one")
    void otherBar() {
        Judge judge = Judges.of(pair(2.5), 12, List.of(), Optional.of("The first block says not met."));

        assertThat(judge.judge(3, 1).message()).contains("The first block says not met.");
        assertThat(judge.judge(2.5, 1).reason()).contains(Reason.TOO_CLOSE);
        assertThat(judge.judge(2.5, 1).message()).doesNotContain("first block");
    }

    private static Judge of(Pair first, int firsts, Pair second, int seconds) {
        return Judges.of(first, firsts, Collections.nCopies(seconds, second), Optional.empty());
    }

    @Test
    @DisplayName("gives bars that no measurement could judge back as an error")
    void refusesBars() {
        for (double bar : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Judges.of(pair(3)).judge(bar, 1)).hasMessageContaining("expected speedup: " + bar);
        }
    }

    @Test
    @DisplayName("has a reason exactly where it is inconclusive")
    void reasons() {
        assertThatThrownBy(() -> new Judgement(
                        Verdict.INCONCLUSIVE,
                        new Bar.AtLeast(2),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        ""))
                .hasMessageContaining("INCONCLUSIVE with reason");
    }

    private static String notMet(Pair pair) {
        Judgement judgement = Judges.of(pair).judge(2, 1);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_MET);
        return judgement.message();
    }
}
