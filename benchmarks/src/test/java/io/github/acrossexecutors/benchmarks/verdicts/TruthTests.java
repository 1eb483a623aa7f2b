package io.github.acrossexecutors.benchmarks.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The truths")
class TruthTests {

    @Test
    @DisplayName("are those from a to r")
    void areComplete() {
        assertThat(Stream.of(Truth.values())
                        .map(truth -> truth.name().substring(0, 1))
                        .distinct()
                        .collect(Collectors.joining()))
                .isEqualTo("ABCDEFGHIJKLMNOPQRSTUVW");
    }

    @Test
    @DisplayName("share out all of the work, whatever way they do it")
    void shareOutAllWork() throws Exception {
        int all = Work.allChunks();

        assertThat(TwoThreads.underOneLock()).isEqualTo(all);
        assertThat(TwoThreads.underSpinLock()).isEqualTo(all);
        assertThat(TwoThreads.everythingTwice()).isEqualTo(2 * all);
        assertThat(TwoThreads.byStride(10_000))
                .isEqualTo(Work.primes(2, 10_000, 1))
                .isEqualTo(1_229);
        assertThat(TwoThreads.countSideBySide()).isEqualTo((int) TwoThreads.countInOneThread());
        assertThat(new Work.Memoised().call()).isEqualTo(all);
    }

    @Test
    @DisplayName("can be decided by 9 pairs for met and by 12 for not met, if nothing else shares the error")
    void knowTheLeastPairs() {
        assertThat(LeastPairs.of(0.025)).isEqualTo(9);
        assertThat(LeastPairs.of(0.005)).isEqualTo(12);
    }
}
