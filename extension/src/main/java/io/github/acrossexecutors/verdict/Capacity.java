package io.github.acrossexecutors.verdict;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.util.List;
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
     * @param baseline a round of the baseline
     * @param runQueueNanos for how long its threads waited for a CPU: that is the machine's doing, not the work's
     * @param cpus how many CPUs this machine has
     * @return empty if the round has no tasks that took time, or the CPU time of one is unknown
     */
    Optional<Ideal> idealOf(Round baseline, double runQueueNanos, int cpus) {
        Round undisturbed = withoutWaitingForCpus(fansOut ? OwnTimes.of(baseline) : baseline, runQueueNanos);
        OptionalDouble here = ideal(undisturbed, Math.min(cpus, threads));
        OptionalDouble anywhere = ideal(undisturbed, threads);
        return here.isPresent() && anywhere.isPresent()
                ? Optional.of(new Ideal(here.getAsDouble(), anywhere.getAsDouble()))
                : Optional.empty();
    }

    /** The waiting for CPUs is taken from the tasks by how long each was off a CPU. */
    private static Round withoutWaitingForCpus(Round round, double runQueueNanos) {
        double offCpu =
                round.spans().stream().mapToDouble(Capacity::offCpuNanos).sum();
        double kept = offCpu == 0 ? 1 : Math.max(0, 1 - runQueueNanos / offCpu);
        List<Span> spans = round.spans().stream()
                .map(span -> new Span(
                        span.task(),
                        span.worker(),
                        span.startNanos(),
                        span.endNanos() - Math.round((1 - kept) * offCpuNanos(span)),
                        span.cpuNanos()))
                .toList();
        long wallNanos = Math.max(0, round.wallNanos() - Math.round((1 - kept) * offCpu));
        return new Round(round.number(), round.warmup(), wallNanos, round.gcCount(), round.gcNanos(), spans);
    }

    private static long offCpuNanos(Span span) {
        return Math.max(0, span.wallNanos() - span.cpuNanos().orElse(span.wallNanos()));
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
