package io.github.acrossexecutors.explorer;

import java.time.Duration;

/**
 * What an exploration found.
 *
 * @param scenario the simple name of the scenario's class
 * @param outcome what became of it
 * @param schedules how many schedules were run, the replay of a failing one not counted
 * @param elapsed how long it took
 * @param message what a person reads: at most 40 lines
 */
public record Exploration(String scenario, Outcome outcome, int schedules, Duration elapsed, String message) {

    /**
     * Tell whether the scenario passed, exhaustively or not.
     *
     * @return {@code true} for {@link Outcome.Passed} alone
     */
    public boolean passed() {
        return outcome instanceof Outcome.Passed;
    }

    /**
     * Do nothing if the scenario passed.
     *
     * @throws AssertionError with the message, and what was thrown as its cause, if it did not
     */
    public void orThrow() {
        if (!passed()) {
            throw failure();
        }
    }

    AssertionError failure() {
        Throwable cause =
                outcome instanceof Outcome.Broken broken ? broken.thrown().orElse(null) : null;
        return new AssertionError(message, cause);
    }
}
