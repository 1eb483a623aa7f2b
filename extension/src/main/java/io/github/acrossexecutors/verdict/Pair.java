package io.github.acrossexecutors.verdict;

import java.util.OptionalDouble;

/**
 * One round of the baseline and one of the contender, next to each other.
 *
 * @param baseline the baseline's round
 * @param contender the contender's round
 * @param warm whether both were warm; of code that is not, CPU time says nothing
 * @param coresInDoubt whether the CPUs, asked right after it, slowed each other down or could not be asked: then the
 *     contender's threads may have done so through no fault of their own
 */
record Pair(Sample baseline, Sample contender, boolean warm, boolean coresInDoubt) {

    /** A baseline this far from keeping exactly one CPU busy gives no normalised parallelism. */
    private static final double SEQUENTIAL_TOLERANCE = 0.1;

    /** More CPU time than this for the same result is spent on something else. */
    private static final double SAME_WORK = 1.1;

    Pair(Sample baseline, Sample contender) {
        this(baseline, contender, true, false);
    }

    Pair cold() {
        return new Pair(baseline, contender, false, coresInDoubt);
    }

    Pair withCoresInDoubt() {
        return new Pair(baseline, contender, warm, true);
    }

    /** How many times as fast the contender was. */
    double ratio() {
        return baseline.nanosPerExecution() / contender.nanosPerExecution();
    }

    /** The least that {@link #ratio} could be on a machine of their own, and warm: only the baseline was held up. */
    double leastRatio() {
        return Math.max(0, baseline.leastNanosPerExecution(warm)) / contender.nanosPerExecution();
    }

    /** The most that {@link #ratio} could be on a machine of their own, and warm: only the contender was held up. */
    double mostRatio() {
        double least = contender.leastNanosPerExecution(warm);
        return least > 0 ? baseline.nanosPerExecution() / least : Double.POSITIVE_INFINITY;
    }

    /**
     * Whether its baseline mostly waits. The contender need not: where waits overlap, the same CPU time falls into less
     * time.
     */
    boolean mostlyWaits() {
        return baseline.mostlyWaits();
    }

    boolean wellSupplied() {
        return baseline.wellSupplied() && contender.wellSupplied();
    }

    /** What the worse supplied round got of the CPU time it could use; empty if nobody knows. */
    OptionalDouble lowerSupply() {
        OptionalDouble one = baseline.supply();
        OptionalDouble other = contender.supply();
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(Math.min(one.getAsDouble(), other.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** The same where it is known how long an execution of each took in the shortest round of the warm-up. */
    Pair withReference(double baselineNanos, double contenderNanos) {
        return new Pair(
                baseline.withReference(baselineNanos), contender.withReference(contenderNanos), warm, coresInDoubt);
    }

    long wallNanos() {
        return baseline.wallNanos() + contender.wallNanos();
    }

    /** What no warm-up can shorten. */
    double waitingNanos() {
        return baseline.waitingNanos() + contender.waitingNanos();
    }

    /** How long it takes where nobody else wants the CPUs: that others do is another reason. */
    double undisturbedNanos() {
        return baseline.undisturbedNanos() + contender.undisturbedNanos();
    }

    /** How many times the baseline's CPU time the contender used; empty if the baseline used none. */
    OptionalDouble cpuInflation() {
        return baseline.cpuPerExecution() > 0
                ? OptionalDouble.of(contender.cpuPerExecution() / baseline.cpuPerExecution())
                : OptionalDouble.empty();
    }

    /**
     * The contender's runnable parallelism times baseline CPU / contender CPU: the speedup it would have if it got every
     * CPU it was runnable for. Not normalised, spinning and duplicated work would pass for parallelism.
     *
     * <p>Empty where the scheduler does not say, and where the baseline did not keep one CPU busy: of a baseline that
     * waits, or is parallel itself, the figure says nothing about speed.
     */
    OptionalDouble normalisedParallelism() {
        return normalised(contender.runnableParallelism());
    }

    /**
     * The same, as far as it must be the contender's own. Who is woken for a lock that another thread has taken again
     * before it gets a CPU is runnable all the while, and so is who spins for one; neither would do any work. So waiting
     * after a wake-up does not count, and code that uses more CPU time than its baseline proves nothing.
     */
    OptionalDouble leastParallelism() {
        OptionalDouble parallelism = normalised(contender.preemptedParallelism());
        return burnsMore() && parallelism.isPresent() ? OptionalDouble.of(0) : parallelism;
    }

    /** Whether the contender used clearly more CPU time for the same result. */
    boolean burnsMore() {
        return cpuInflation().orElse(1) > SAME_WORK;
    }

    private OptionalDouble normalised(OptionalDouble ofContender) {
        OptionalDouble ofBaseline = baseline.runnableParallelism();
        if (ofBaseline.isEmpty()
                || ofContender.isEmpty()
                || contender.cpuPerExecution() == 0
                || Math.abs(ofBaseline.getAsDouble() - 1) > SEQUENTIAL_TOLERANCE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(ofContender.getAsDouble() * baseline.cpuPerExecution() / contender.cpuPerExecution());
    }
}
