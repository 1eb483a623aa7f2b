package io.github.acrossexecutors.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of a round, from its spans. */
class RoundTests {

    private static Span span(int task, long start, long end) {
        return new Span(task, "worker", start, end, OptionalLong.of(end - start));
    }

    private static Round round(Span... spans) {
        return new Round(1, false, 100, 0, 0, List.of(spans));
    }

    @Test
    void sortsItsSpansByTask() {
        assertThat(round(span(2, 0, 1), span(0, 5, 6), span(1, 3, 4)).spans())
                .extracting(Span::task)
                .containsExactly(0, 1, 2);
    }

    @Test
    void hasNoOverlapWithoutSpans() {
        assertThat(round().peakOverlap()).isZero();
    }

    @Test
    void doesNotCallTouchingSpansOverlapping() {
        assertThat(round(span(0, 0, 5), span(1, 5, 9), span(2, 9, 12)).peakOverlap())
                .isEqualTo(1);
    }

    @Test
    void countsHowManySpansShareAMoment() {
        assertThat(round(span(0, 0, 10), span(1, 2, 4), span(2, 3, 12), span(3, 11, 13))
                        .peakOverlap())
                .isEqualTo(3);
    }

    @Test
    void countsASpanTooShortForTheClock() {
        assertThat(round(span(0, 5, 5)).peakOverlap()).isEqualTo(1);
        assertThat(round(span(0, 0, 10), span(1, 5, 5)).peakOverlap()).isEqualTo(2);
        assertThat(round(span(0, 0, 5), span(1, 5, 5), span(2, 5, 5), span(3, 5, 9))
                        .peakOverlap())
                .isEqualTo(1);
    }

    @Test
    void addsUpTheCpuTimeOfItsTasks() {
        assertThat(round(span(0, 0, 5), span(1, 0, 7)).cpuNanos()).hasValue(12);
        assertThat(round().cpuNanos()).hasValue(0);
    }

    @Test
    void knowsNoCpuTimeIfThatOfOneTaskIsUnknown() {
        Span unknown = new Span(1, "worker", 0, 1, OptionalLong.empty());

        assertThat(round(span(0, 0, 5), unknown).cpuNanos()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0", "1, -1, 0, 0", "1, 0, -1, 0", "1, 0, 0, -1"})
    void refusesWhatCannotBe(int number, long wall, long gcCount, long gcNanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Round(number, false, wall, gcCount, gcNanos, List.of()))
                .withMessageContaining("number " + number + ", " + wall + " ns");
    }

    @Test
    void measuresASpanByItsEnds() {
        assertThat(span(0, 3, 10).wallNanos()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"-1, w, 0, 1", "0, ' ', 0, 1", "0, w, 2, 1"})
    void refusesASpanThatCannotBe(int task, String worker, long start, long end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span(task, worker, start, end, OptionalLong.empty()))
                .withMessageContaining("task " + task + " on '" + worker + "' from " + start + " to " + end);
    }
}
