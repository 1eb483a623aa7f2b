package io.github.acrossexecutors;

import static io.github.acrossexecutors.AcrossAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.verdict.Judges;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

@DisplayName("A comparison that saw 3 x")
class ComparisonTests {

    private final Comparison comparison = new Comparison("one by one", "your pool", Judges.ofRatio(3), 1);

    /** Both ways to ask, with AssertJ and without it. */
    enum Way {
        PLAIN {
            @Override
            void ask(Comparison seen, double times) {
                seen.expectAtLeast(times);
            }
        },
        ASSERTJ {
            @Override
            void ask(Comparison seen, double times) {
                assertThat(seen).isFasterThan("one by one").byFactor(times);
            }
        };

        abstract void ask(Comparison seen, double times);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("passes at 2 x")
    void met(Way way) {
        assertThatCode(() -> way.ask(comparison, 2)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("fails at 4 x, with the whole message")
    void notMet(Way way) {
        assertThatThrownBy(() -> way.ask(comparison, 4))
                .isInstanceOf(AssertionError.class)
                .hasMessage(comparison.judge(4).message());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("aborts at 3 x, which it cannot tell")
    void inconclusive(Way way) {
        assertThatThrownBy(() -> way.ask(comparison, 3))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("inconclusive");
        assertThat(comparison).isInconclusiveAt(3);
    }

    @Test
    @DisplayName("refuses to be asked about code it was not compared with, and about certainty it has")
    void misread() {
        assertThatThrownBy(() -> assertThat(comparison).isFasterThan("two by two"))
                .hasMessageContaining("but it was compared with 'one by one'");
        assertThatThrownBy(() -> assertThat(comparison).isInconclusiveAt(2)).hasMessageContaining(": met.");
    }
}
