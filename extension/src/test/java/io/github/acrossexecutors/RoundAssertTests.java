package io.github.acrossexecutors;

import static io.github.acrossexecutors.AcrossAssertions.assertThat;
import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Assertions on a round")
class RoundAssertTests {

    private static final Round TWO_AT_ONCE = round(0, 10, 5, 15, 15, 25);
    private static final Round ONE_BY_ONE = round(0, 10, 10, 20, 20, 30);

    private static Round round(long... startsAndEnds) {
        List<Span> spans = java.util.stream.IntStream.range(0, startsAndEnds.length / 2)
                .mapToObj(task -> new Span(
                        task,
                        "pool-" + task % 2,
                        startsAndEnds[2 * task],
                        startsAndEnds[2 * task + 1],
                        OptionalLong.empty()))
                .toList();
        return new Round(4, false, 2_000_000, 0, 0, spans);
    }

    @Test
    @DisplayName("tell whether tasks overlap, and how many")
    void overlap() {
        assertThatCode(() -> assertThat(TWO_AT_ONCE).overlaps().overlaps(2)).doesNotThrowAnyException();
        assertThatCode(() -> assertThat(ONE_BY_ONE).doesNotOverlap()).doesNotThrowAnyException();

        assertThatThrownBy(() -> assertThat(ONE_BY_ONE).overlaps())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "Expected 2 tasks of round 4 to be under way at once, but never more than 1 of its 3 were, on 2");
        assertThatThrownBy(() -> assertThat(TWO_AT_ONCE).overlaps(3)).hasMessageContaining("Expected 3 tasks");
        assertThatThrownBy(() -> assertThat(TWO_AT_ONCE).doesNotOverlap())
                .hasMessageContaining("but 2 were under way at once");
        assertThatThrownBy(() -> assertThat(TWO_AT_ONCE).overlaps(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("tell whether it took too long")
    void limit() {
        assertThatCode(() -> assertThat(ONE_BY_ONE).finishesWithin(Duration.ofMillis(2)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThat(ONE_BY_ONE).finishesWithin(Duration.ofMillis(1)))
                .hasMessageContaining("Expected round 4 to finish within 1.0 ms, but it took 2.0 ms");
    }

    @Test
    @DisplayName("are made on the round that a method after it gets")
    void afterRound() {
        EngineRun run = EngineRun.of(OverlapTestCase.class);

        assertThat(run.test("meets(Task) under FIXED_POOL").status()).isEqualTo(Node.Status.PASSED);
        assertThat(run.test("meets(Task) under SEQUENTIAL").message())
                .contains("Expected 2 tasks of round 1 to be under way at once");
        assertThat(run.journal()).containsExactly("1 of 1", "1 of 2", "2 of 2");
    }

    static class OverlapTestCase {
        private final CyclicBarrier barrier = new CyclicBarrier(2);

        @AcrossExecutors(
                value = {SEQUENTIAL, FIXED_POOL},
                tasks = 2,
                workers = 2,
                rounds = 2)
        void meets(Task task) throws InterruptedException, BrokenBarrierException, TimeoutException {
            if (task.model().equals("FIXED_POOL")) {
                barrier.await(10, TimeUnit.SECONDS);
            }
        }

        @AfterRound
        void overlaps(Round round) {
            boolean pool = round.spans().get(0).worker().startsWith("fixed-pool");
            Journal.write(round.number() + " of " + (pool ? 2 : 1));
            assertThat(round).overlaps(2);
        }
    }

    @Test
    @DisplayName("need a round: one that failed to begin has none")
    void withoutRound() {
        EngineRun run = EngineRun.of(NoRoundTestCase.class);

        assertThat(run.failed().message()).contains("no database").doesNotContain("round(Round)");
        assertThat(run.journal()).containsExactly("cleared");
    }

    static class NoRoundTestCase {
        @BeforeRound
        void before() {
            throw new IllegalStateException("no database");
        }

        @AfterRound
        void round(Round round) {
            Journal.write(round);
        }

        @AfterRound
        void clear() {
            Journal.write("cleared");
        }

        @AcrossExecutors(value = SEQUENTIAL, tasks = 2)
        void body() {}
    }
}
