package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code Thread.getState} tells of the real thread, which waits for its turn where the simulated one goes on. */
class ThreadStatesTests {

    @Test
    void isKnownBeforeTheThreadStartsAndAfterItHasEnded() {
        assertThat(Interleavings.explore(StateTestCase.class)).passesExhaustively();
    }

    @Test
    void isNotControlledWhileTheThreadRuns() {
        assertThat(Interleavings.explore(StateOfRunningTestCase.class).outcome())
                .isInstanceOfSatisfying(
                        Outcome.NotControlled.class,
                        other -> assertThat(other.reason()).contains("Thread.getState", "ThreadStatesTests.java:"));
    }

    static final class StateTestCase {

        private final List<Thread.State> seen = new ArrayList<>();

        @Actor
        void anna() throws InterruptedException {
            Thread thread = new Thread(() -> {});
            seen.add(thread.getState());
            thread.start();
            thread.join();
            seen.add(thread.getState());
        }

        @Actor
        void ben() {}

        @Check
        void sawBoth() {
            if (!seen.equals(List.of(Thread.State.NEW, Thread.State.TERMINATED))) {
                throw new AssertionError("saw " + seen);
            }
        }
    }

    static final class StateOfRunningTestCase {

        private final Thread thread = new Thread(() -> {});

        @Actor
        void anna() {
            thread.start();
        }

        @Actor
        void ben() {
            while (thread.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
        }
    }
}
