package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was seen")
class SeenTests {

    private final KoanText text = KoanText.load("K9901");
    private final Seen seen = new Seen(text, text.guarantee(1));

    @Test
    @DisplayName("is told after the guarantee, with the values in their places")
    void told() {
        assertThat(seen.as("sum", 2, "$1 \\ {}").get())
                .isEqualTo("1. The sum is two.\nExpected 2, seen $1 \\ {}. This usually means a slip.");
    }

    @Test
    @DisplayName("may have no values")
    void plain() {
        assertThat(seen.as("plain").get()).isEqualTo("1. The sum is two.\nNothing was seen.");
    }

    @Test
    @DisplayName("is refused at once under a key that the text lacks")
    void unknownKey() {
        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> seen.as("peak", 1))
                .withMessage(
                        "The text of koan K9901, guarantee 1, has no \"seen\" sentence `peak`: it has [sum, plain].");
    }

    @Test
    @DisplayName("is refused at once with too few or too many values")
    void wrongNumberOfValues() {
        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> seen.as("sum", 2))
                .withMessage(
                        "The text of koan K9901, guarantee 1, `sum` has 2 places {} but the test gives 1 values [2].");
        assertThatExceptionOfType(KoanTextException.class)
                .isThrownBy(() -> seen.as("plain", 1))
                .withMessageContaining("`plain` has 0 places {} but the test gives 1 values [1]");
    }
}
