package io.github.acrossexecutors.verdict;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a contender executes its tasks on.
 *
 * @param workers how many tasks it can have under way at once; at least 1, {@link #UNLIMITED} where each gets a worker
 * @param threads on how many CPUs they can compute at once; at least 1, and 1 of an event loop
 * @param fansOut whether the tasks are subtasks of a body that has time of its own
 */
public record Capacity(int workers, int threads, boolean fansOut) {

    /** As many as there are tasks. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /**
     * Check the numbers.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public Capacity {
        if (workers < 1 || threads < 1) {
            throw new IllegalArgumentException("no capacity: " + workers + " workers, " + threads + " threads");
        }
    }

    /**
     * The best speedup that a round of the baseline could have on this, and on some number of CPUs. What a body does
     * beside its subtasks may overlap with them, but cannot be shared out; with it the figure is a bound, not an ideal
     * anyone can reach.
     *
     * @return empty if the round has no tasks that took time, or the CPU time of one is unknown
     */
    Optional<Ideal> idealOf(Round baseline, int cpus) {
        OptionalDouble here = ideal(baseline, Math.min(cpus, threads));
        OptionalDouble anywhere = ideal(baseline, threads);
        return here.isPresent() && anywhere.isPresent()
                ? Optional.of(new Ideal(here.getAsDouble(), anywhere.getAsDouble()))
                : Optional.empty();
    }

    private OptionalDouble ideal(Round baseline, int cpus) {
        OptionalDouble ofTasks = Ideal.of(baseline.spans(), workers, cpus);
        if (!fansOut || ofTasks.isEmpty()) {
            return ofTasks;
        }
        double tasks = baseline.spans().stream().mapToDouble(Span::wallNanos).sum();
        double alone = Math.max(0, baseline.wallNanos() - tasks);
        return OptionalDouble.of(baseline.wallNanos() / Math.max(alone, tasks / ofTasks.getAsDouble()));
    }
}
