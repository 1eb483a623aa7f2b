package io.github.acrossexecutors.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A bound ends the search, and the outcome says which. */
class BoundsTests {

    private final Interleavings counting = Interleavings.of(CountingTestCase.class);

    @Test
    void runsEverythingWhereNothingIsInTheWay() {
        assertThat(reached(counting.preemptions(20))).isEmpty();
    }

    @Test
    void runsNoMoreSchedulesThanAsked() {
        Exploration found = counting.schedules(3).explore();

        assertThat(found.schedules()).isEqualTo(3);
        assertThat(((Outcome.Passed) found.outcome()).reached()).containsExactly(Bound.SCHEDULES);
        assertThat(found.message()).contains("budget spent", "schedules");
    }

    @Test
    void leavesOutSchedulesWithMorePreemptions() {
        assertThat(reached(counting.preemptions(0))).containsExactly(Bound.PREEMPTIONS);
        assertThat(counting.preemptions(0).explore().schedules())
                .isLessThan(counting.preemptions(1).explore().schedules());
    }

    @Test
    void endsWhenTheTimeIsSpentButNotBeforeOneScheduleWasRun() {
        Interleavings brief = counting.within(Duration.ofNanos(1));

        assertThat(reached(brief)).containsExactly(Bound.TIME);
        assertThat(brief.explore().schedules()).isEqualTo(1);
    }

    @Test
    void claimsNothingWhereEveryScheduleWasCutOffAndSaysWhereItWas() {
        Exploration found =
                Interleavings.of(EndlessTestCase.class).steps(200).schedules(5).explore();

        assertThat(found.outcome()).isInstanceOf(Outcome.NotControlled.class);
        assertThat(found.passed()).isFalse();
        assertThat(found.message())
                .contains(
                        "was not judged",
                        "no schedule came to its end within 200 steps",
                        "spins was still going on at BoundsTests.java:");
    }

    @Test
    void saysSoWhereSomeSchedulesWereCutOffAndOthersCameToTheirEnd() {
        Exploration found = Interleavings.of(SometimesEndlessTestCase.class)
                .steps(200)
                .schedules(5)
                .explore();

        assertThat(((Outcome.Passed) found.outcome()).reached()).contains(Bound.STEPS);
        assertThat(found.message())
                .contains("budget spent", "bound on", "steps", "second was still going on at BoundsTests.java:");
    }

    @Test
    void cutsOffNoScheduleThatEndsWithinItsSteps() {
        Interleavings counting = Interleavings.of(HundredStepsTestCase.class).preemptions(0);

        assertThat(counting.steps(50).explore().passed()).isFalse();
        assertThat(reached(counting.steps(500))).doesNotContain(Bound.STEPS);
    }

    private static Iterable<Bound> reached(Interleavings exploring) {
        return ((Outcome.Passed) exploring.explore().outcome()).reached();
    }

    static final class SometimesEndlessTestCase {

        private volatile boolean secondIsLate;

        @Actor
        void first() {
            secondIsLate = true;
        }

        @Actor
        void second() {
            if (!secondIsLate) {
                while (true) {
                    Thread.onSpinWait();
                    if (secondIsLate && Thread.currentThread().isInterrupted()) {
                        return;
                    }
                }
            }
        }
    }

    static final class CountingTestCase {

        private final AtomicInteger value = new AtomicInteger();

        @Actor
        void anna() {
            value.incrementAndGet();
            value.incrementAndGet();
        }

        @Actor
        void ben() {
            value.incrementAndGet();
            value.incrementAndGet();
        }

        @Check
        void allCounted() {
            if (value.get() != 4) {
                throw new AssertionError("counted " + value.get());
            }
        }
    }

    static final class HundredStepsTestCase {

        private final AtomicInteger value = new AtomicInteger();

        @Actor
        void anna() {
            for (int i = 0; i < 100; i++) {
                value.incrementAndGet();
            }
        }

        @Actor
        void ben() {}
    }

    static final class EndlessTestCase {

        private final AtomicInteger value = new AtomicInteger();

        @Actor
        void spins() {
            while (value.get() >= 0) {
                Thread.onSpinWait();
            }
        }

        @Actor
        void counts() {
            value.incrementAndGet();
        }
    }
}
