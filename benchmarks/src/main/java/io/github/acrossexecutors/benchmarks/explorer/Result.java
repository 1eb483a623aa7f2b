package io.github.acrossexecutors.benchmarks.explorer;

import java.util.Locale;

/** What a tool said of a scenario in one JVM. */
enum Result {
    PASSED(false),
    WRONG_RESULT(true),
    EXCEPTION(true),
    STUCK(true),
    DATA_RACE(true),
    /** Broken, in a way that the tool does not name. */
    BROKEN(true),
    NOT_CONTROLLED(false),
    NOT_DETERMINISTIC(false),
    /** The tool itself failed. */
    FAILED(false),
    /** The JVM did not end in time, or ended otherwise than by itself. */
    NO_ANSWER(false);

    final boolean accuses;

    Result(boolean accuses) {
        this.accuses = accuses;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
