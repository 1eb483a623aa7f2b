package io.github.acrossexecutors;

import io.github.acrossexecutors.verdict.Judgement;
import io.github.acrossexecutors.verdict.Verdict;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on what a {@link Race} measured; begun by {@link AcrossAssertions#assertThat(Comparison)}. */
public final class ComparisonAssert extends AbstractAssert<ComparisonAssert, Comparison> {

    ComparisonAssert(@Nullable Comparison actual) {
        super(actual, ComparisonAssert.class);
    }

    /**
     * Name the code that the contender should be faster than.
     *
     * @param baseline the name the race gave it
     * @return what asks for the factor
     * @throws AssertionError if the race was run against other code
     */
    public Faster isFasterThan(String baseline) {
        isNotNull();
        if (!actual.baseline().equals(baseline)) {
            failWithMessage(
                    "Expected a comparison of '%s' with '%s', but it was compared with '%s'.",
                    actual.contender(), baseline, actual.baseline());
        }
        return new Faster(this);
    }

    /**
     * Check that the verdict is inconclusive.
     *
     * @param times how many times as fast the contender was expected to be; more than 0
     * @return this
     * @throws AssertionError if it is not
     */
    public ComparisonAssert isInconclusiveAt(double times) {
        isNotNull();
        Judgement judgement = actual.judge(times);
        if (judgement.verdict() != Verdict.INCONCLUSIVE) {
            failWithMessage("Expected an inconclusive verdict, but: %s", judgement.message());
        }
        return this;
    }

    /** Asks how many times as fast. */
    public static final class Faster {

        private final ComparisonAssert comparison;

        private Faster(ComparisonAssert comparison) {
            this.comparison = comparison;
        }

        /**
         * Check that the contender is at least so many times as fast.
         *
         * @param times the number; more than 0
         * @return the comparison's assertions
         * @throws AssertionError if the verdict is <em>not met</em>
         * @throws org.opentest4j.TestAbortedException if it is <em>inconclusive</em>, which JUnit shows as a skipped test
         */
        public ComparisonAssert byFactor(double times) {
            comparison.judge(times);
            return comparison;
        }
    }

    private void judge(double times) {
        Judgement judgement = actual.judge(times);
        if (judgement.verdict() == Verdict.NOT_MET) {
            failWithMessage("%s", judgement.message());
        }
        actual.expectAtLeast(times);
    }
}
