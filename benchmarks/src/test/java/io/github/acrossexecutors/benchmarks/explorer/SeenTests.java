package io.github.acrossexecutors.benchmarks.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a JVM prints")
class SeenTests {

    @Test
    @DisplayName("is one line, and read back as it was")
    void survivesTheTrip() {
        Seen seen = new Seen(Result.STUCK, 120, 42, "first\nsecond \\n no line end\\");

        assertThat(seen.line()).doesNotContain("\n");
        assertThat(Seen.of(seen.line())).isEqualTo(seen);
    }

    @Test
    @DisplayName("is shorter than a pipe's buffer, however long the message")
    void fitsIntoThePipe() {
        Seen seen = new Seen(Result.BROKEN, 1, 1, "\n".repeat(100_000));

        assertThat(seen.line()).hasSizeLessThan(20_000);
    }

    @Test
    @DisplayName("is told from anything else")
    void refusesOtherLines() {
        assertThatThrownBy(() -> Seen.of("Exception in thread main"))
                .hasMessage("not what a run prints: Exception in thread main");
    }
}
