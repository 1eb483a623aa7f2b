package io.github.acrossexecutors.benchmarks.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The times of saves")
class TimesTests {

    @Test
    @DisplayName("give quantiles by nearest rank, in whatever order they came")
    void quantiles() {
        Times times =
                new Times(DoubleStream.iterate(20, i -> i - 1).limit(20).boxed().toList());

        assertThat(times.quantile(0.5)).isEqualTo(10);
        assertThat(times.quantile(0.95)).isEqualTo(19);
        assertThat(times.quantile(1)).isEqualTo(20);
        assertThat(new Times(List.of(7.0)).quantile(0.95)).isEqualTo(7);
    }

    @Test
    @DisplayName("are at least one")
    void none() {
        assertThatThrownBy(() -> new Times(List.of())).hasMessageContaining("no time");
    }
}
