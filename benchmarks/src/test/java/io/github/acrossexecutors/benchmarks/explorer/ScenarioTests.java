package io.github.acrossexecutors.benchmarks.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A scenario taken apart")
class ScenarioTests {

    @Test
    @DisplayName("gives fresh objects, and calls their actors and checks")
    void callsEachPart() throws Throwable {
        Scenario scenario = Scenario.of(TwoHalvesTestCase.class);
        Object whole = scenario.maker.fresh();
        for (Scenario.Act actor : scenario.actors) {
            actor.on(whole);
        }

        assertThat(scenario.actors).hasSize(2);
        assertThat(scenario.checks).hasSize(1);
        assertThatCode(() -> scenario.checks.getFirst().on(whole)).doesNotThrowAnyException();
        assertThatThrownBy(() -> scenario.checks.getFirst().on(scenario.maker.fresh()))
                .hasMessage("0 halves");
    }

    static final class TwoHalvesTestCase {
        private int halves;

        @Actor
        void left() {
            halves++;
        }

        @Actor
        void right() {
            halves++;
        }

        @Check
        void bothAreThere() {
            if (halves != 2) {
                throw new AssertionError(halves + " halves");
            }
        }
    }
}
