package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sharing of cores")
class CoreSharingTests {

    private final Deque<long[]> bursts = new ArrayDeque<>(Collections.nCopies(20, new long[] {10}));
    private final List<Integer> threads = new ArrayList<>();

    private long[] burst(int number) {
        threads.add(number);
        return bursts.removeFirst();
    }

    @Test
    @DisplayName("compares the CPU time of the work in several threads at once with the least it ever took alone")
    void together() {
        CoreSharing cores = new CoreSharing(this::burst);
        bursts.addAll(Arrays.asList(new long[][] {{12}, {17, 19}, {5}, {5, 5}}));
        threads.clear();

        assertThat(cores.slowdown(2)).isEqualTo(1.8);
        assertThat(cores.slowdown(3)).isEqualTo(1);
        assertThat(threads).containsExactly(1, 2, 1, 3);
    }

    @Test
    @DisplayName("reads the CPU time of threads that compute, each for itself")
    void real() {
        assertThat(CoreSharing.calibrated().slowdown(2)).isPositive().isFinite();
    }
}
