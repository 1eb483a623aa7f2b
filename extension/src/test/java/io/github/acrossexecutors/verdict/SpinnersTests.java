package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Spinners")
class SpinnersTests {

    private final Deque<Long> bursts = new ArrayDeque<>(Collections.nCopies(20, 10L));

    @Test
    @DisplayName("compare what a burst takes with the shortest one ever")
    void shareOfShortest() {
        Spinners spinners = new Spinners(bursts::removeFirst);
        bursts.add(20L);
        bursts.add(10L);
        bursts.add(5L);
        bursts.add(10L);

        assertThat(spinners.supply()).isEqualTo(0.5);
        assertThat(spinners.supply()).isEqualTo(1);
        assertThat(spinners.supply()).isEqualTo(1);
        assertThat(spinners.supply()).isEqualTo(0.5);
    }
}
