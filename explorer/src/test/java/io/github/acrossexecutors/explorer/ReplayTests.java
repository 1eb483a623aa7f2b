package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayTests {

    @Test
    void exploringTwiceRunsTheSameSchedulesAndSaysTheSame() {
        Exploration first = Interleavings.explore(ThreeWritersTestCase.class);
        Exploration second = Interleavings.explore(ThreeWritersTestCase.class);

        assertThat(second.schedules()).isEqualTo(first.schedules());
        assertThat(second.outcome())
                .usingRecursiveComparison()
                .ignoringFields("thrown")
                .isEqualTo(first.outcome());
    }

    @Test
    void aPrintedNumberBringsTheSameStepsBack() {
        Exploration found = Interleavings.explore(ThreeWritersTestCase.class);
        assertThat(found).breaksWith(Kind.WRONG_RESULT);
        Outcome.Broken broken = (Outcome.Broken) found.outcome();

        Exploration again = Interleavings.of(ThreeWritersTestCase.class).replay(broken.schedule());

        assertThat(again).breaksWith(Kind.WRONG_RESULT);
        assertThat(((Outcome.Broken) again.outcome()).steps()).isEqualTo(broken.steps());
        assertThat(found.message()).contains("replay(\"" + broken.schedule() + "\")");
    }

    @Test
    void aNumberOfAnotherScenarioIsNoPass() {
        Exploration found = Interleavings.explore(ThreeWritersTestCase.class);
        String number = ((Outcome.Broken) found.outcome()).schedule();

        assertThat(Interleavings.of(ShortTestCase.class).replay(number).outcome())
                .isInstanceOf(Outcome.NotDeterministic.class);
    }

    @Test
    void whatDoesNotHappenAgainIsNotHeldAgainstAnybody() {
        Exploration found = Interleavings.explore(MoodyTestCase.class);

        assertThat(found.outcome()).isInstanceOf(Outcome.NotDeterministic.class);
        assertThat(found.passed()).isFalse();
        assertThat(found.message()).contains("was not judged");
    }

    @Test
    void whatFailsInAnotherWayTheSecondTimeIsNotHeldAgainstAnybody() {
        assertThat(Interleavings.explore(FickleTestCase.class).outcome()).isInstanceOf(Outcome.NotDeterministic.class);
    }

    @Test
    void staticFieldsAreFreshInEverySchedule() {
        assertThat(Interleavings.explore(StaticTestCase.class)).passesExhaustively();
    }

    static final class ThreeWritersTestCase {

        private int value;

        @Actor
        void anna() {
            value++;
        }

        @Actor
        void ben() {
            value++;
        }

        @Actor
        void cleo() {
            value++;
        }

        @Check
        void allCounted() {
            if (value != 3) {
                throw new AssertionError("counted " + value);
            }
        }
    }

    static final class ShortTestCase {

        @Actor
        void anna() {}

        @Actor
        void ben() {}
    }

    /** Fails every other time, by what lies outside of the rewritten classes. */
    static final class MoodyTestCase {

        @Actor
        void anna() {
            String seen = System.getProperty("io.github.acrossexecutors.explorer.moody", "");
            System.setProperty("io.github.acrossexecutors.explorer.moody", seen.isEmpty() ? "bad" : "");
            if (seen.isEmpty()) {
                throw new IllegalStateException("in a bad mood");
            }
        }

        @Actor
        void ben() {}
    }

    /** Fails every time, and never twice alike. */
    static final class FickleTestCase {

        @Actor
        void anna() {
            int times = Integer.getInteger("io.github.acrossexecutors.explorer.fickle", 0) + 1;
            System.setProperty("io.github.acrossexecutors.explorer.fickle", Integer.toString(times));
            throw new IllegalStateException("failure " + times);
        }

        @Actor
        void ben() {}
    }

    @SuppressWarnings("NonFinalStaticField") // that is what is tested
    static final class StaticTestCase {

        private static int runs;

        @Actor
        synchronized void anna() {
            runs++;
        }

        @Actor
        synchronized void ben() {}

        @Check
        void ranOnce() {
            if (runs != 1) {
                throw new AssertionError("ran " + runs + " times");
            }
        }
    }
}
