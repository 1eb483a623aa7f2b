package io.github.acrossexecutors;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.time.Duration;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on what was recorded of one round; begun by {@link AcrossAssertions#assertThat(Round)}. */
public final class RoundAssert extends AbstractAssert<RoundAssert, Round> {

    RoundAssert(@Nullable Round actual) {
        super(actual, RoundAssert.class);
    }

    /**
     * Check that at least two tasks were under way at one moment.
     *
     * @return this
     * @throws AssertionError if each task began after the one before it had ended
     */
    public RoundAssert overlaps() {
        return overlaps(2);
    }

    /**
     * Check that a number of tasks were under way at one moment.
     *
     * @param tasks how many; at least 2
     * @return this
     * @throws AssertionError if there were never so many
     * @throws IllegalArgumentException if the number is below 2
     */
    public RoundAssert overlaps(int tasks) {
        isNotNull();
        if (tasks < 2) {
            throw new IllegalArgumentException(tasks + " tasks cannot overlap; say at least 2");
        }
        if (actual.peakOverlap() < tasks) {
            failWithMessage(
                    "Expected %d tasks of round %d to be under way at once, but never more than %d of its %d were, on %d"
                            + " workers. Usually there are too few workers, or a lock is held all the while.",
                    tasks,
                    actual.number(),
                    actual.peakOverlap(),
                    actual.spans().size(),
                    actual.spans().stream().map(Span::worker).distinct().count());
        }
        return this;
    }

    /**
     * Check that no two tasks were under way at one moment.
     *
     * @return this
     * @throws AssertionError if some were
     */
    public RoundAssert doesNotOverlap() {
        isNotNull();
        if (actual.peakOverlap() > 1) {
            failWithMessage(
                    "Expected the tasks of round %d to follow each other, but %d were under way at once.",
                    actual.number(), actual.peakOverlap());
        }
        return this;
    }

    /**
     * Check that the round took no longer than a limit. One round says little on a machine that others use too: choose a
     * limit that is several times what it takes, or compare with a {@link Race}.
     *
     * @param limit the limit
     * @return this
     * @throws AssertionError if it took longer
     */
    public RoundAssert finishesWithin(Duration limit) {
        isNotNull();
        if (actual.wallNanos() > limit.toNanos()) {
            failWithMessage(
                    "Expected round %d to finish within %s, but it took %s.",
                    actual.number(), millis(limit.toNanos()), millis(actual.wallNanos()));
        }
        return this;
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
