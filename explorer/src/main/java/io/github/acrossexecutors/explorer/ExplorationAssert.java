package io.github.acrossexecutors.explorer;

import org.assertj.core.api.AbstractAssert;

/** What can be asserted on an exploration. A failure says what the exploration's own message says. */
public final class ExplorationAssert extends AbstractAssert<ExplorationAssert, Exploration> {

    ExplorationAssert(Exploration actual) {
        super(actual, ExplorationAssert.class);
    }

    /**
     * No interleaving that was run breaks the scenario.
     *
     * @return this
     */
    public ExplorationAssert passes() {
        isNotNull();
        if (!actual.passed()) {
            throw actual.failure();
        }
        return this;
    }

    /**
     * No interleaving breaks the scenario, and no bound kept one from being run.
     *
     * @return this
     */
    public ExplorationAssert passesExhaustively() {
        passes();
        if (actual.outcome() instanceof Outcome.Passed passed && !passed.exhausted()) {
            throw failure(
                    "Expected every interleaving to be run, but the budget was spent (%s).%n%s",
                    passed.reached(), actual.message());
        }
        return this;
    }

    /**
     * An interleaving breaks the scenario.
     *
     * @return this
     */
    public ExplorationAssert breaks() {
        isNotNull();
        if (!(actual.outcome() instanceof Outcome.Broken)) {
            throw failure("Expected %s to break.%n%s", actual.scenario(), actual.message());
        }
        return this;
    }

    /**
     * An interleaving breaks the scenario in this way.
     *
     * @param kind in which way
     * @return this
     */
    public ExplorationAssert breaksWith(Kind kind) {
        breaks();
        if (actual.outcome() instanceof Outcome.Broken broken && broken.kind() != kind) {
            throw failure("Expected %s to break with %s.%n%s", actual.scenario(), kind, actual.message());
        }
        return this;
    }
}
