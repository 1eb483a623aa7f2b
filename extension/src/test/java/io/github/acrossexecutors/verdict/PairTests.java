package io.github.acrossexecutors.verdict;

import static io.github.acrossexecutors.verdict.Samples.alone;
import static io.github.acrossexecutors.verdict.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A pair of rounds")
class PairTests {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    @DisplayName("compares single executions, however many a round had")
    void ratioOfExecutions() {
        Sample twoExecutions = Samples.repeated(40, 2, Samples.usage(40, 0));
        assertThat(new Pair(alone(60), twoExecutions).ratio()).isCloseTo(3, EXACT);
    }

    @Test
    @DisplayName("sees the parallelism of a split that got half of the CPUs it was runnable for")
    void starvedSplit() {
        assertThat(parallelism(sample(200, 100, 100), sample(100, 100, 95))).isCloseTo(1.95, EXACT);
    }

    @Test
    @DisplayName("does not take a thread that spins for a lock for parallelism")
    void spinLock() {
        assertThat(parallelism(alone(100), sample(100, 195, 0))).isCloseTo(1, EXACT);
    }

    @Test
    @DisplayName("does not take work that both threads do for parallelism")
    void duplicatedWork() {
        assertThat(parallelism(alone(100), sample(200, 200, 200))).isCloseTo(1, EXACT);
    }

    @Test
    @DisplayName("does not take waiting for a lock for parallelism")
    void lock() {
        assertThat(parallelism(alone(100), sample(200, 100, 100))).isCloseTo(1, EXACT);
    }

    @Test
    @DisplayName("says nothing of parallelism where the baseline waits, or is parallel itself")
    void baselineIsNotOneCpu() {
        assertThat(new Pair(sample(100, 20, 0), alone(20)).normalisedParallelism())
                .isEmpty();
        assertThat(new Pair(sample(100, 150, 0), alone(20)).normalisedParallelism())
                .isEmpty();
    }

    @Test
    @DisplayName("says nothing of parallelism where the scheduler did not see all threads")
    void unseen() {
        Usage unseen = new Usage(new ThreadTimes(1, 0), 0, 0, Samples.nanos(200), 0, 0, 0, 0, OptionalDouble.of(1));
        assertThat(new Pair(alone(100), sample(100, unseen)).normalisedParallelism())
                .isEmpty();
    }

    private static double parallelism(Sample baseline, Sample contender) {
        return new Pair(baseline, contender).normalisedParallelism().orElseThrow();
    }
}
