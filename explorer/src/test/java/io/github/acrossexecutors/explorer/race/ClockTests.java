package io.github.acrossexecutors.explorer.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTests {

    private final Clock anna = new Clock();
    private final Clock ben = new Clock();

    @Test
    void knowsNothingAtFirst() {
        assertThat(anna.now(0)).isZero();
        assertThat(anna.now(63)).isZero();
    }

    @Test
    void ticksForOneParticipantAlone() {
        anna.tick(1);
        anna.tick(1);

        assertThat(anna.now(1)).isEqualTo(2);
        assertThat(anna.now(0)).isZero();
    }

    @Test
    void learnsTheLaterMomentOfEach() {
        anna.tick(0);
        anna.tick(0);
        ben.tick(0);
        ben.tick(1);

        anna.learn(ben);

        assertThat(anna.now(0)).isEqualTo(2);
        assertThat(anna.now(1)).isEqualTo(1);
        assertThat(ben.now(0)).isEqualTo(1);
    }

    @Test
    void growsWithTheNumberOfParticipants() {
        ben.tick(40);
        anna.learn(ben);
        anna.tick(62);

        assertThat(anna.now(40)).isEqualTo(1);
        assertThat(anna.now(62)).isEqualTo(1);
    }
}
