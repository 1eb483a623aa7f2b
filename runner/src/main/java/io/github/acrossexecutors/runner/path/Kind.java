package io.github.acrossexecutors.runner.path;

/** What a koan's test looks at, written in lower case in {@code path.yaml}. */
public enum Kind {
    /** How the code is built or behaves, whatever the clock says. */
    STRUCTURE,
    /** How long it takes, or how much of it happens at once. */
    TIMING,
    /** What happens when threads meet at the worst moment. */
    RACE,
    /** What a child process does. */
    PROCESS
}
