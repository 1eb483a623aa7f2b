package io.github.acrossexecutors.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins, folded, in their rounds and timings. */
class PinTests {

    private static final Optional<String> FRAME = Optional.of("com.acme.A.b(A.java:1)");

    private static Round round(int number) {
        return new Round(number, number == 1, 100, 0, 0, List.of());
    }

    private static Timings timings(Round... rounds) {
        return new Timings("VIRTUAL_THREADS", OptionalInt.empty(), 1, List.of(rounds));
    }

    @Test
    void foldsCountsAndTimes() {
        Pin folded = new Pin("why", FRAME, 1, 20, 20).and(new Pin("why", FRAME, 2, 30, 40));

        assertThat(folded).isEqualTo(new Pin("why", FRAME, 3, 30, 60));
    }

    @Test
    void refusesToFoldWhatIsUnlike() {
        Pin pin = new Pin("why", FRAME, 1, 20, 20);

        assertThatIllegalArgumentException().isThrownBy(() -> pin.and(new Pin("other", FRAME, 1, 20, 20)));
        assertThatIllegalArgumentException().isThrownBy(() -> pin.and(new Pin("why", Optional.empty(), 1, 20, 20)));
    }

    @ParameterizedTest
    @CsvSource({"' ', 1, 1, 1", "why, 0, 1, 1", "why, 1, -1, 1", "why, 1, 2, 1"})
    void refusesWhatCannotBe(String reason, int count, long longest, long total) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pin(reason, FRAME, count, longest, total))
                .withMessageContaining(count + " times, up to " + longest + " of " + total + " ns");
    }

    @Test
    void comesLongestFirstInItsRound() {
        Pin brief = new Pin("brief", FRAME, 9, 10, 90);
        Pin longer = new Pin("long", FRAME, 1, 20, 20);

        assertThat(round(1).pins()).isEmpty();
        assertThat(round(1).withPins(List.of(brief, longer)).pins()).hasValue(List.of(longer, brief));
        assertThat(round(1).withPins(List.of()))
                .isEqualTo(new Round(1, true, 100, 0, 0, List.of(), Optional.of(List.of())));
    }

    @Test
    void isCountedOverAllRoundsUnlessThoseOfOneAreUnknown() {
        Round two = round(1).withPins(List.of(new Pin("why", FRAME, 2, 10, 20)));
        Round one = round(2).withPins(List.of(new Pin("why", FRAME, 1, 10, 10)));

        assertThat(timings(two, one).pinned()).hasValue(3);
        assertThat(timings(two, round(2)).pinned()).isEmpty();
        assertThat(timings(round(1).withPins(List.of())).pinned()).hasValue(0);
    }
}
