package io.github.acrossexecutors.explorer;

/** Assertions on explorations, for those who have AssertJ on the class path. */
public final class InterleavingAssertions {

    private InterleavingAssertions() {}

    /**
     * Begin an assertion.
     *
     * @param actual what was found
     * @return the assertion
     */
    public static ExplorationAssert assertThat(Exploration actual) {
        return new ExplorationAssert(actual);
    }
}
