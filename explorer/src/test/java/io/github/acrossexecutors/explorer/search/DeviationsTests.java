package io.github.acrossexecutors.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviationsTests {

    @Test
    void theScheduleWithoutDeparturesIsZero() {
        assertThat(Deviations.NONE.number()).isEqualTo("0x0.0");
        assertThat(Deviations.parse("0x0.0")).isEqualTo(Deviations.NONE);
    }

    @Test
    void tellsDistancesParticipantsAndPreemptions() {
        Deviations schedule = Deviations.NONE.and(1, 1, 1).and(3, 2, 0);

        assertThat(schedule.number()).isEqualTo("0x4182" + "01" + ".1");
        assertThat(schedule.inOrder()).extracting(Deviations::arrival).containsExactly(1, 3);
    }

    @RepeatedTest(20)
    void readsWhatItWrote(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Deviations schedule = Deviations.NONE;
        int arrival = 0;
        for (int i = random.nextInt(12); i >= 0; i--) {
            arrival += 1 + random.nextInt(100_000);
            schedule = schedule.and(arrival, random.nextInt(63), random.nextInt(2));
        }

        Deviations read = Deviations.parse(schedule.number());

        assertThat(read.number()).isEqualTo(schedule.number());
        assertThat(read.preemptions()).isEqualTo(schedule.preemptions());
        assertThat(read.inOrder())
                .extracting(Deviations::arrival, Deviations::participant)
                .isEqualTo(schedule.inOrder().stream()
                        .map(each -> org.assertj.core.groups.Tuple.tuple(each.arrival(), each.participant()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "17",
                "0x1.1",
                "0x4g.1",
                "0x41",
                "0x41.",
                "0x41.x",
                " 0x41.1",
                "0x41.1 ",
                "0X41.1",
                "0x81.1",
                "0xffffffffffffffffffff7f.1",
                "0xffffffffffff7f.1"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deviations.parse(text))
                .withMessageContaining("\"%s\" is no schedule's number", text);
    }
}
