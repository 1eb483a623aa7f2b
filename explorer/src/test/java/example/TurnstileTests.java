package example;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import io.github.acrossexecutors.explorer.Interleavings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The smallest example of docs/explorer.md, which fails as it says there. */
@DisplayName("The smallest example")
class TurnstileTests {

    @Test
    @DisplayName("fails with the message that the documentation shows")
    void failsAsDocumented() throws Exception {
        String documentation = withoutTimes(Files.readString(Path.of("..", "docs", "explorer.md")));

        assertThatThrownBy(this::bothVisitorsCount)
                .isInstanceOf(AssertionError.class)
                .satisfies(failure ->
                        assertThat(documentation).contains(withoutTimes(String.valueOf(failure.getMessage()))));
    }

    /** The time is another one in every run. */
    private static String withoutTimes(String text) {
        return text.replaceAll(" in [0-9,]+ ms", "");
    }

    private void bothVisitorsCount() {
        assertThat(Interleavings.explore(TwoGates.class)).passes();
    }

    static final class TwoGates {
        private final Turnstile turnstile = new Turnstile();

        @Actor
        void northGate() {
            turnstile.enter();
        }

        @Actor
        void southGate() {
            turnstile.enter();
        }

        @Check
        void bothVisitorsCount() {
            assertThat(turnstile.visitors()).isEqualTo(2);
        }
    }
}
