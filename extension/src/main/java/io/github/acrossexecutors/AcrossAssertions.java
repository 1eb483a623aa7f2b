package io.github.acrossexecutors;

import io.github.acrossexecutors.timing.Round;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ's way to judge speed and overlap.
 *
 * <pre>{@code
 * import static io.github.acrossexecutors.AcrossAssertions.assertThat;
 *
 * assertThat(comparison).isFasterThan("one by one").byFactor(5);
 * assertThat(round).overlaps().finishesWithin(Duration.ofSeconds(2));
 * }</pre>
 *
 * <p>These assertions alone need AssertJ, which is optional; without it there is {@link Comparison#expectAtLeast}.
 */
public final class AcrossAssertions {

    private AcrossAssertions() {}

    /**
     * Begin assertions on a comparison.
     *
     * @param actual what was measured
     * @return its assertions
     */
    public static ComparisonAssert assertThat(@Nullable Comparison actual) {
        return new ComparisonAssert(actual);
    }

    /**
     * Begin assertions on a round, such as one that an {@link AfterRound} method gets.
     *
     * @param actual what was recorded
     * @return its assertions
     */
    public static RoundAssert assertThat(@Nullable Round actual) {
        return new RoundAssert(actual);
    }
}
