package io.github.acrossexecutors.benchmarks.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A false rate")
class FalseRateTests {

    @Test
    @DisplayName("is at most 1 - 0.05^(1/n) where none of n was false")
    void boundsNone() {
        assertThat(new FalseRate(0, 1).upper()).isCloseTo(0.95, within(1e-6));
        assertThat(new FalseRate(0, 20).upper()).isCloseTo(1 - Math.pow(0.05, 1.0 / 20), within(1e-6));
        assertThat(new FalseRate(0, 100).upper()).isCloseTo(0.0295, within(1e-4));
        assertThat(new FalseRate(0, 100).lower()).isZero();
    }

    @Test
    @DisplayName("is bounded so that what was seen has a probability of 5 % at either end")
    void boundsSome() {
        // Of 10 cases: at most 1 at the upper rate, at least 1 at the lower one.
        double upper = new FalseRate(1, 10).upper();
        double lower = new FalseRate(1, 10).lower();

        assertThat(Math.pow(1 - upper, 10) + 10 * upper * Math.pow(1 - upper, 9))
                .isCloseTo(0.05, within(1e-6));
        assertThat(1 - Math.pow(1 - lower, 10)).isCloseTo(0.05, within(1e-6));
        assertThat(new FalseRate(10, 10).upper()).isEqualTo(1);
    }

    @Test
    @DisplayName("needs a case")
    void needsACase() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseRate(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseRate(2, 1));
    }
}
