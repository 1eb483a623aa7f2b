package io.github.acrossexecutors.verdict;

/**
 * Named code that takes part in a race.
 *
 * @param name what messages call it; not blank
 * @param body its code; executed many times, always on the thread that measures
 */
public record Contestant(String name, Body body) {

    /**
     * Check the name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Contestant {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a contestant is blank; messages need one to speak of");
        }
    }
}
