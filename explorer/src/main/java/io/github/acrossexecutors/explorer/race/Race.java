package io.github.acrossexecutors.explorer.race;

/**
 * Two accesses to one location, at least one a write, that nothing orders.
 *
 * @param name of the location
 * @param first what came first in the schedule
 * @param second what came second
 */
public record Race(String name, Access first, Access second) {

    /**
     * Tell whether it is none, because the one who read knows that it may have been for nothing.
     *
     * @return whether either access is tentative
     */
    public boolean isTentative() {
        return first.tentative() || second.tentative();
    }
}
