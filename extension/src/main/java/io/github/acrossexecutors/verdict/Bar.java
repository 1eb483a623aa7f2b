package io.github.acrossexecutors.verdict;

/** What a speedup is compared with. */
public sealed interface Bar {

    /**
     * A number of times as fast as the baseline.
     *
     * @param times the number; more than 0 and finite
     */
    record AtLeast(double times) implements Bar {

        /**
         * Check the number.
         *
         * @throws IllegalArgumentException if it is not more than 0, or not finite
         */
        public AtLeast {
            if (!(times > 0) || Double.isInfinite(times)) {
                throw new IllegalArgumentException(
                        "expected speedup: " + times + "; it must be more than 0 and finite");
            }
        }
    }

    /**
     * A share of the best speedup that the baseline's work could have here.
     *
     * @param share the share; more than 0 and at most 1
     */
    record OfIdeal(double share) implements Bar {

        /**
         * Check the share.
         *
         * @throws IllegalArgumentException if it is not more than 0, or more than 1
         */
        public OfIdeal {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "expected share of the ideal: " + share + "; it must be more than 0 and at most 1");
            }
        }
    }
}
