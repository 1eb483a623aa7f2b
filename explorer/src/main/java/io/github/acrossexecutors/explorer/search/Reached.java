package io.github.acrossexecutors.explorer.search;

/** Which limit kept schedules from being run. */
public enum Reached {
    /** Schedules with more preemptions were left out. */
    PREEMPTIONS,
    /** So many were run. */
    SCHEDULES,
    /** One was cut off. */
    STEPS,
    /** The time was spent. */
    TIME
}
