package io.github.acrossexecutors.verdict;

import java.util.Optional;

/**
 * Named code that takes part in a race.
 *
 * @param name what messages call it; not blank
 * @param rounds its code; executed many times, always by the thread that measures
 */
public record Contestant(String name, Rounds rounds) {

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

    /**
     * Make one of plain code, whose time is that of its call.
     *
     * @param name what messages call it; not blank
     * @param body its code
     * @return the contestant
     * @throws IllegalArgumentException if the name is blank
     */
    public static Contestant of(String name, Body body) {
        return new Contestant(name, warmup -> {
            body.execute();
            return Optional.empty();
        });
    }
}
