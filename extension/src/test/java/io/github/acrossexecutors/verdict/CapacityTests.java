package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a contender executes on")
class CapacityTests {

    @Test
    @DisplayName("bounds computing by its threads and by this machine's CPUs")
    void computing() {
        Round round = round(8, 100, 100, 800);

        Ideal ideal = new Capacity(4, 4, false).idealOf(round, 0, 2).orElseThrow();

        assertThat(ideal.here()).isCloseTo(2, within(1e-9));
        assertThat(ideal.anywhere()).isCloseTo(4, within(1e-9));
    }

    @Test
    @DisplayName("lets an event loop overlap waits, but compute on one CPU alone")
    void eventLoop() {
        Capacity loop = new Capacity(Capacity.UNLIMITED, 1, false);

        assertThat(loop.idealOf(round(8, 100, 0, 800), 0, 2).orElseThrow().here())
                .isCloseTo(8, within(1e-9));
        assertThat(loop.idealOf(round(8, 100, 100, 800), 0, 2).orElseThrow().anywhere())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    @DisplayName("counts what a body that fans out does beside its subtasks, which cannot be shared out")
    void fansOut() {
        Capacity pool = new Capacity(8, 8, true);

        assertThat(pool.idealOf(round(8, 100, 0, 800), 0, 2).orElseThrow().here())
                .isCloseTo(8, within(1e-9));
        assertThat(pool.idealOf(round(8, 100, 0, 1200), 0, 2).orElseThrow().here())
                .isCloseTo(3, within(1e-9));
    }

    @Test
    @DisplayName("counts a subtask that submits others by what it takes beside them, for they are executed within it")
    void nested() {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(0, "main", 0, 90, OptionalLong.of(8)));
        IntStream.rangeClosed(1, 8)
                .forEach(page -> spans.add(new Span(page, "main", page * 10L, page * 10L + 10, OptionalLong.of(1))));
        Round crawl = new Round(1, false, 90, 0, 0, spans);

        assertThat(new Capacity(8, 8, true).idealOf(crawl, 0, 2).orElseThrow().here())
                .isCloseTo(4.5, within(1e-9));
    }

    @Test
    @DisplayName("does not take waiting for a CPU for waiting of the work's own")
    void starvedBaseline() {
        Capacity perTask = new Capacity(Capacity.UNLIMITED, Capacity.UNLIMITED, false);
        Round halfStarved = round(8, 100, 50, 800);

        assertThat(perTask.idealOf(halfStarved, 0, 2).orElseThrow().here()).isCloseTo(4, within(1e-9));
        assertThat(perTask.idealOf(halfStarved, 400, 2).orElseThrow().here()).isCloseTo(2, within(1e-9));
        assertThat(perTask.idealOf(halfStarved, 200, 2).orElseThrow().here()).isCloseTo(3, within(1e-9));
    }

    @Test
    @DisplayName("claims no ideal of a round whose CPU time is unknown")
    void unknown() {
        Round round = new Round(1, false, 100, 0, 0, List.of(new Span(0, "virtual", 0, 100, OptionalLong.empty())));

        assertThat(new Capacity(2, 2, false).idealOf(round, 0, 2)).isEmpty();
    }

    @Test
    @DisplayName("is at least one worker on one thread")
    void refusesNonsense() {
        assertThatThrownBy(() -> new Capacity(0, 1, false)).hasMessageContaining("0 workers");
        assertThatThrownBy(() -> new Capacity(1, 0, false)).hasMessageContaining("0 threads");
    }

    private static Round round(int tasks, long wallNanos, long cpuNanos, long roundNanos) {
        List<Span> spans = IntStream.range(0, tasks)
                .mapToObj(task ->
                        new Span(task, "main", task * wallNanos, (task + 1) * wallNanos, OptionalLong.of(cpuNanos)))
                .toList();
        return new Round(1, false, roundNanos, 0, 0, spans);
    }
}
