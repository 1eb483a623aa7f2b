package io.github.acrossexecutors.explorer.race;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** All locations of one schedule, by object and name. */
public final class Memory {

    private final IdentityHashMap<Object, Map<Object, Location>> locations = new IdentityHashMap<>();

    /** Begin empty. */
    public Memory() {}

    /**
     * Find a location, or make it.
     *
     * @param owner the object or the array; the class of a static field
     * @param name the field's name or the element's index
     * @return the location
     */
    public Location at(Object owner, Object name) {
        return locations.computeIfAbsent(owner, any -> new HashMap<>(4)).computeIfAbsent(name, any -> new Location());
    }
}
