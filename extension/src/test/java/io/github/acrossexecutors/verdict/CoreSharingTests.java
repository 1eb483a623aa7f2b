package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.acrossexecutors.verdict.CoreSharing.Burst;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sharing of cores")
class CoreSharingTests {

    private final Deque<Burst> bursts = new ArrayDeque<>(Collections.nCopies(20, atOnce(10)));
    private final List<Integer> threads = new ArrayList<>();

    @Test
    @DisplayName("compares the CPU time of the work in several threads at once with the least it ever took alone")
    void together() {
        CoreSharing cores = new CoreSharing(this::burst);
        bursts.addAll(List.of(atOnce(12), atOnce(18), atOnce(5), atOnce(5)));
        threads.clear();

        assertThat(cores.slowdown(2)).hasValue(1.8);
        assertThat(cores.slowdown(3)).hasValue(1);
        assertThat(threads).containsExactly(1, 2, 1, 3);
    }

    @Test
    @DisplayName("is asked again while the threads take turns on one CPU, where they cannot slow each other down")
    void inTurns() {
        CoreSharing cores = new CoreSharing(this::burst);
        bursts.addAll(List.of(atOnce(10), new Burst(10, 20), new Burst(15, 20), new Burst(20, 24)));

        assertThat(cores.slowdown(2)).hasValue(2);
        assertThat(bursts).isEmpty();
    }

    @Test
    @DisplayName("stays unknown if five bursts in a row had to take turns")
    void unknown() {
        CoreSharing cores = new CoreSharing(this::burst);
        bursts.add(atOnce(10));
        bursts.addAll(Collections.nCopies(5, new Burst(10, 20)));

        assertThat(cores.slowdown(2)).isEmpty();
        assertThat(bursts).isEmpty();
    }

    @Test
    @DisplayName("reads the CPU time of threads that compute, each for itself")
    void real() {
        CoreSharing cores = CoreSharing.calibrated();
        int number = Math.min(2, Runtime.getRuntime().availableProcessors());

        assertThat(await().until(() -> cores.slowdown(number), OptionalDouble::isPresent)
                        .getAsDouble())
                .isBetween(0.5, 5.0);
    }

    private Burst burst(int number) {
        threads.add(number);
        return bursts.removeFirst();
    }

    private static Burst atOnce(long nanos) {
        return new Burst(nanos, nanos);
    }
}
