package io.github.acrossexecutors.verdict;

import static io.github.acrossexecutors.verdict.Samples.alone;
import static io.github.acrossexecutors.verdict.Samples.pair;
import static io.github.acrossexecutors.verdict.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
