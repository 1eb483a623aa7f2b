package koans.c01_threads;

import static org.assertj.core.api.Assertions.assertThat;

import koans.c01_threads.K0101Doctor.Card;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Rules;
import koans.kit.Seen;

@Koan
class K0101DoctorTest {

    @Guarantee(1)
    void theProcessorsAreThoseThisJvmMayUse(Seen seen) {
        int expected = Runtime.getRuntime().availableProcessors();

        Card card = K0101Doctor.card();

        assertThat(card.processors())
                .withFailMessage(seen.as("processors", expected, card.processors()))
                .isEqualTo(expected);
    }

    @Guarantee(2)
    void theFeatureNumberIsThatOfTheJavaThatRuns(Seen seen) {
        int expected = Runtime.version().feature();

        Card card = K0101Doctor.card();

        assertThat(card.javaFeature())
                .withFailMessage(seen.as("feature", expected, card.javaFeature()))
                .isEqualTo(expected);
    }

    @Guarantee(3)
    void theNumbersAreAskedFor(Seen seen, Rules rules) {
        K0101Doctor.card();

        rules.mustCall(Runtime.class, "availableProcessors").otherwise(seen, "processorsWrittenDown");
        rules.mustCall(Runtime.class, "version").otherwise(seen, "featureWrittenDown");
    }
}
