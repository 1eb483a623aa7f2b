package io.github.acrossexecutors.verdict;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;

/** All that a measurement asks of the world: the time, a pause, and what the scheduler says. Scripted in tests. */
interface Machine {

    /** A monotonic clock, which began when this was made: a budget pays for that, too. */
    long nanos();

    /** The state of this moment; to be taken outside the times that are judged, it may cost milliseconds. */
    Snapshot snapshot();

    /** Take these processes into account as well, in all snapshots from now on, and no others. */
    default void watch(Set<Long> processes) {}

    /** Wait a few milliseconds for the JIT compiler to finish what it has begun, as far as anyone can tell. */
    void awaitIdleCompiler();

    /** The share of the CPUs that calibrated spinners get at this moment; it takes them milliseconds. */
    OptionalDouble spinnerSupply();

    /**
     * How much more CPU time the same work takes when so many threads do it at once; it takes them milliseconds. Empty if
     * others kept them from doing it at once.
     */
    OptionalDouble coreSlowdown(int threads);

    void pause(Duration length) throws InterruptedException;

    /** How many CPUs this process may use. */
    int cpus();
}
