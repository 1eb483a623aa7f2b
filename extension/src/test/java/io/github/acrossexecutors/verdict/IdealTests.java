package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.acrossexecutors.timing.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ideal speedup")
class IdealTests {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    @DisplayName("of 32 equal waits on 5 workers is 4.57, not 5: one worker has seven of them")
    void equalTasksThatDoNotDivide() {
        assertThat(Ideal.of(waits(nCopies(32, 100)), 5, 2).orElseThrow()).isCloseTo(32.0 / 7, EXACT);
    }

    @Test
    @DisplayName("of 32 equal waits on 8 workers is 8, whatever the number of CPUs")
    void waitsOverlap() {
        assertThat(Ideal.of(waits(nCopies(32, 100)), 8, 1).orElseThrow()).isCloseTo(8, EXACT);
    }

    @Test
    @DisplayName("of computing is bound by the CPUs that could be had, not by the workers")
    void computingIsBoundByCpus() {
        assertThat(Ideal.of(tasks(1, nCopies(32, 100)), 8, 2).orElseThrow()).isCloseTo(2, EXACT);
        assertThat(Ideal.of(tasks(1, nCopies(32, 100)), 8, 1.5).orElseThrow()).isCloseTo(1.5, EXACT);
    }

    @Test
    @DisplayName("of tasks that compute for a quarter of their time is bound by four times the CPUs")
    void mixedTasks() {
        assertThat(Ideal.of(tasks(0.25, nCopies(32, 100)), 32, 2).orElseThrow()).isCloseTo(8, EXACT);
    }

    @Test
    @DisplayName("is bound by the longest task")
    void longestTask() {
        assertThat(Ideal.of(waits(new int[] {10, 10, 10, 70}), 4, 4).orElseThrow())
                .isCloseTo(100.0 / 70, EXACT);
    }

    @Test
    @DisplayName("knows that two of the long tasks must share a worker")
    void longTasksShareWorker() {
        // Three of 40 on two workers: one gets two of them, 80, although the sum of 126 would give 63 each.
        assertThat(Ideal.of(waits(new int[] {40, 2, 40, 2, 40, 2}), 2, 2).orElseThrow())
                .isCloseTo(126.0 / 80, EXACT);
    }

    @Test
    @DisplayName("of one task, or on one worker, is 1")
    void nothingToGain() {
        assertThat(Ideal.of(waits(new int[] {50}), 8, 8).orElseThrow()).isCloseTo(1, EXACT);
        assertThat(Ideal.of(waits(nCopies(9, 50)), 1, 8).orElseThrow()).isCloseTo(1, EXACT);
    }

    @Test
    @DisplayName("of a worker per task is the number of equal waits")
    void workerPerTask() {
        assertThat(Ideal.of(waits(nCopies(100, 50)), 100, 2).orElseThrow()).isCloseTo(100, EXACT);
    }

    @Test
    @DisplayName("is not claimed where the CPU time of a task is unknown, or without a task")
    void notClaimed() {
        List<Span> spans = new ArrayList<>(waits(nCopies(3, 50)));
        spans.add(new Span(3, "virtual", 0, 50, OptionalLong.empty()));
        assertThat(Ideal.of(spans, 4, 2)).isEmpty();
        assertThat(Ideal.of(List.of(), 4, 2)).isEmpty();
    }

    @Test
    @DisplayName("refuses no worker and no CPU")
    void refusesNonsense() {
        assertThatThrownBy(() -> Ideal.of(waits(nCopies(3, 50)), 0, 2)).hasMessageContaining("0 workers");
        assertThatThrownBy(() -> Ideal.of(waits(nCopies(3, 50)), 1, Double.NaN)).hasMessageContaining("NaN CPUs");
    }

    private static int[] nCopies(int number, int nanos) {
        return Collections.nCopies(number, nanos).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<Span> waits(int[] wallNanos) {
        return tasks(0, wallNanos);
    }

    private static List<Span> tasks(double computing, int[] wallNanos) {
        List<Span> spans = new ArrayList<>();
        Arrays.stream(wallNanos)
                .forEach(nanos -> spans.add(
                        new Span(spans.size(), "main", 0, nanos, OptionalLong.of(Math.round(computing * nanos)))));
        return spans;
    }
}
