package io.github.acrossexecutors.explorer;

/** What may end an exploration before it has seen every interleaving. */
public enum Bound {
    /** Interleavings with more preemptions were left out. */
    PREEMPTIONS,
    /** So many schedules were run. */
    SCHEDULES,
    /** At least one schedule was cut off after so many steps. */
    STEPS,
    /** The time was spent. */
    TIME
}
