package io.github.acrossexecutors.explorer.race;

/**
 * Two accesses to one location, at least one a write, that nothing orders.
 *
 * @param name of the location
 * @param first what came first in the schedule
 * @param second what came second
 */
public record Race(String name, Access first, Access second) {}
