package io.github.acrossexecutors.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of a test under one model, from its rounds. */
class TimingsTests {

    private static Timings timings(int warmups, long... wallNanos) {
        List<Round> rounds = new ArrayList<>();
        for (long wall : wallNanos) {
            rounds.add(new Round(rounds.size() + 1, rounds.size() < warmups, wall, 0, 0, List.of()));
        }
        return new Timings("FIXED_POOL", OptionalInt.of(4), 1, rounds);
    }

    @Test
    void leaveTheWarmUpOut() {
        assertThat(timings(2, 900, 800, 10, 20).measured())
                .extracting(Round::number)
                .containsExactly(3, 4);
        assertThat(timings(2, 900, 800, 10, 20, 30).medianWallNanos()).hasValue(20);
    }

    @Test
    void takeTheLowerMedianOfAnEvenNumber() {
        assertThat(timings(0, 40, 10, 30, 20).medianWallNanos()).hasValue(20);
        assertThat(timings(0, 7).medianWallNanos()).hasValue(7);
    }

    @Test
    void haveNoMedianWithoutAMeasuredRound() {
        assertThat(timings(1, 900).medianWallNanos()).isEmpty();
        assertThat(timings(0).medianWallNanos()).isEmpty();
    }

    @Test
    void sayThatTheFirstRoundStandsOutAboveFiveTimesTheLaterMedian() {
        assertThat(timings(0, 501, 100, 100).firstRoundStandsOut()).isTrue();
        assertThat(timings(0, 500, 100, 100).firstRoundStandsOut()).isFalse();
        assertThat(timings(1, 501, 100, 9_000, 100).firstRoundStandsOut()).isTrue();
    }

    @Test
    void sayNothingOfTheFirstRoundWithFewerThanTwoLaterOnes() {
        assertThat(timings(0, 9_000, 1).firstRoundStandsOut()).isFalse();
        assertThat(timings(0, 9_000).firstRoundStandsOut()).isFalse();
        assertThat(timings(0).firstRoundStandsOut()).isFalse();
    }

    @Test
    void keepTheirRounds() {
        List<Round> rounds = new ArrayList<>();
        Timings timings = new Timings("FIXED_POOL", OptionalInt.empty(), 1, rounds);
        rounds.add(new Round(1, false, 0, 0, 0, List.of()));

        assertThat(timings.rounds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"' ', 1, 1", "M, 0, 1", "M, 1, 0"})
    void refuseWhatCannotBe(String model, int workers, int tasks) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timings(model, OptionalInt.of(workers), tasks, List.of()))
                .withMessageContaining("model '" + model + "', " + tasks + " tasks");
    }
}
