package io.github.acrossexecutors.verdict;

import static io.github.acrossexecutors.verdict.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The repetitions within a round")
class RepetitionsTests {

    private final Repetitions repetitions = new Repetitions();

    @Test
    @DisplayName("grow until a round that computes lasts 20 ms, and say so, because earlier rounds were shorter")
    void grow() {
        assertThat(repetitions.learn(computing(5))).isTrue();
        assertThat(repetitions.count()).isEqualTo(5);
        assertThat(repetitions.learn(computing(25))).isFalse();
        assertThat(repetitions.count()).isEqualTo(5);
    }

    @Test
    @DisplayName("grow a hundredfold at most at a time: a first round says little")
    void growSlowly() {
        assertThat(repetitions.learn(computing(0.001))).isTrue();
        assertThat(repetitions.count()).isEqualTo(100);
    }

    @Test
    @DisplayName("stay at one where a round mostly waits")
    void waiting() {
        assertThat(repetitions.learn(Samples.repeated(2, 1, usage(0.1, 0)))).isFalse();
        assertThat(repetitions.count()).isEqualTo(1);
    }

    @Test
    @DisplayName("do not grow where what is called around each of them would take over 100 ms of a round")
    void surroundings() {
        repetitions.tookBeside(60_000_000);
        assertThat(repetitions.learn(computing(0.1))).isFalse();
        assertThat(repetitions.count()).isEqualTo(1);

        repetitions.tookBeside(10_000_000);
        assertThat(repetitions.learn(computing(0.1))).isTrue();
        assertThat(repetitions.count()).isEqualTo(10);
    }

    private Sample computing(double millis) {
        return Samples.repeated(millis, repetitions.count(), usage(millis, 0));
    }
}
