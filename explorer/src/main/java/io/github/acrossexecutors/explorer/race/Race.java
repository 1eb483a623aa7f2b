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
     * Tell whether it is none, because the one who read knows that it may have been for nothing, or because a handle was used
     * without its promises on purpose.
     *
     * @return whether nobody is to be blamed for it
     */
    public boolean isTentative() {
        return first.tentative()
                || second.tentative()
                || first.isOnPurposeBeside(second)
                || second.isOnPurposeBeside(first);
    }
}
