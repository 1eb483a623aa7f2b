package io.github.acrossexecutors.verdict;

import static io.github.acrossexecutors.verdict.Samples.alone;
import static io.github.acrossexecutors.verdict.Samples.nanos;
import static io.github.acrossexecutors.verdict.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A round")
class SampleTests {

    @Test
    @DisplayName("that computes undisturbed is well supplied")
    void undisturbed() {
        assertThat(alone(20).supply()).hasValue(1);
        assertThat(alone(20).wellSupplied()).isTrue();
    }

    @Test
    @DisplayName("that waits for a CPU half of its time is not")
    void starved() {
        Sample round = sample(40, 20, 20);
        assertThat(round.supply()).hasValue(0.5);
        assertThat(round.wellSupplied()).isFalse();
    }

    @Test
    @DisplayName("is well supplied from 0.9 on")
    void gate() {
        assertThat(sample(100, 90, 10).wellSupplied()).isTrue();
        assertThat(sample(100, 178, 22).wellSupplied()).isFalse();
    }

    @Test
    @DisplayName("in which a second thread waits for a lock does not look starved")
    void lockIsNotStarvation() {
        assertThat(sample(100, 100, 1).wellSupplied()).isTrue();
    }

    @Test
    @DisplayName("that mostly sleeps is well supplied if its threads hardly waited, small as its share of CPU time is")
    void sleeping() {
        assertThat(sample(66, 1, 4).wellSupplied()).isTrue();
        assertThat(sample(66, 1, 9).wellSupplied()).isFalse();
    }

    @Test
    @DisplayName("that got all CPUs is well supplied although more threads were runnable, and wanted more CPUs")
    void moreThreadsThanCpus() {
        Sample eightThreads = sample(100, 198, 600);
        assertThat(eightThreads.wellSupplied()).isTrue();
        assertThat(eightThreads.wantedMoreCpus()).isTrue();
        assertThat(sample(100, 120, 80).wantedMoreCpus()).isFalse();
    }

    @Test
    @DisplayName("that was throttled, or robbed by the hypervisor, is not well supplied")
    void throttledOrStolen() {
        assertThat(sample(100, with(100, 1, 0, OptionalDouble.empty())).wellSupplied())
                .isFalse();
        assertThat(sample(100, with(100, 0, nanos(10), OptionalDouble.empty())).wellSupplied())
                .isFalse();
        assertThat(sample(1000, with(1000, 0, nanos(10), OptionalDouble.empty()))
                        .wellSupplied())
                .isTrue();
    }

    @Test
    @DisplayName("was undisturbed for what it did not wait for a CPU, and at least for what it computed")
    void undisturbedTime() {
        assertThat(sample(200, 100, 0).undisturbedNanos()).isEqualTo(200e6);
        assertThat(sample(200, 100, 60).undisturbedNanos()).isEqualTo(140e6);
        assertThat(sample(200, 100, 190).undisturbedNanos()).isEqualTo(100e6);
    }

    @Test
    @DisplayName("whose threads took their statistics along is judged by spinners, and without them not at all")
    void spinners() {
        assertThat(sample(100, unseen(OptionalDouble.of(0.95))).wellSupplied()).isTrue();
        assertThat(sample(100, unseen(OptionalDouble.of(0.85))).wellSupplied()).isFalse();
        assertThat(sample(100, unseen(OptionalDouble.empty())).wellSupplied()).isFalse();
        assertThat(sample(100, unseen(OptionalDouble.empty())).supply()).isEmpty();
        assertThat(sample(100, unseen(OptionalDouble.empty())).cpuShare()).isCloseTo(2, within(1e-9));
    }

    @Test
    @DisplayName(
            "of which a thread has ended hides what that waited: spinners tell its supply, and it has no least time")
    void endedThreads() {
        Usage ended = new Usage(new ThreadTimes(nanos(3), 0), 0, 2, nanos(3), 0, 0, 0, 0, OptionalDouble.of(0.5));
        Sample round = sample(30, ended);

        assertThat(round.supply()).hasValue(0.5);
        assertThat(round.wellSupplied()).isFalse();
        assertThat(round.mostlyWaits()).isTrue();
        assertThat(round.leastNanosPerExecution(true)).isZero();
        assertThat(round.runnableParallelism()).isEmpty();
        assertThat(sample(30, ended.without(2)).wellSupplied()).isTrue();
    }

    @Test
    @DisplayName("counts, or does not, by what it waited, not by how long it took itself")
    void reference() {
        for (double wallMillis : new double[] {15, 25}) {
            assertThat(sample(wallMillis, 6, 1.9).withReference(20e6).wellSupplied())
                    .isTrue();
            assertThat(sample(wallMillis, 6, 2.1).withReference(20e6).wellSupplied())
                    .isFalse();
            assertThat(sample(wallMillis, 4.9, 9).withReference(20e6).mostlyWaits())
                    .isTrue();
            assertThat(sample(wallMillis, 5, 9).withReference(20e6).mostlyWaits())
                    .isFalse();
        }
    }

    private static Usage unseen(OptionalDouble spinners) {
        return new Usage(new ThreadTimes(nanos(1), 0), 0, 0, nanos(200), 0, 0, 0, 0, spinners);
    }

    private static Usage with(double cpuMillis, long throttled, long stolen, OptionalDouble spinners) {
        return new Usage(
                new ThreadTimes(nanos(cpuMillis), 0), 0, 0, nanos(cpuMillis), throttled, stolen, 0, 0, spinners);
    }
}
