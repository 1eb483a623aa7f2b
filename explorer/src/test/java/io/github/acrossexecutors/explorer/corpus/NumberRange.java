package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A range of two numbers, each of them atomic: both ends may move at once and cross.
 *
 * <p>Source: B. Goetz and others, "Java Concurrency in Practice" (2006), section 4.3.3, listing 4.10; correct as in 15.3.1.
 */
final class NumberRange {

    private NumberRange() {}

    static final class Bug {
        private final AtomicInteger lower = new AtomicInteger(0);
        private final AtomicInteger upper = new AtomicInteger(10);

        @Actor
        void raisesTheLowerEnd() {
            if (upper.get() >= 5) {
                lower.set(5);
            }
        }

        @Actor
        void lowersTheUpperEnd() {
            if (lower.get() <= 4) {
                upper.set(4);
            }
        }

        @Check
        void theEndsHaveNotCrossed() {
            mustBeInOrder(lower.get(), upper.get());
        }
    }

    static final class Correct {
        private final AtomicReference<Range> range = new AtomicReference<>(new Range(0, 10));

        private record Range(int lower, int upper) {}

        @Actor
        void raisesTheLowerEnd() {
            Range before = range();
            while (before.upper >= 5 && !range.compareAndSet(before, new Range(5, before.upper))) {
                before = range();
            }
        }

        @Actor
        void lowersTheUpperEnd() {
            Range before = range();
            while (before.lower <= 4 && !range.compareAndSet(before, new Range(before.lower, 4))) {
                before = range();
            }
        }

        @Check
        void theEndsHaveNotCrossed() {
            mustBeInOrder(range().lower, range().upper);
        }

        private Range range() {
            return Objects.requireNonNull(range.get());
        }
    }

    private static void mustBeInOrder(int lower, int upper) {
        if (lower > upper) {
            throw new AssertionError("the range is from " + lower + " to " + upper);
        }
    }
}
