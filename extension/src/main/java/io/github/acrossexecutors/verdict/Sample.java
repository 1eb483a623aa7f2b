package io.github.acrossexecutors.verdict;

import io.github.acrossexecutors.timing.Round;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One round of one contestant: its code executed a number of times, one after another.
 *
 * @param wallNanos how long the round took, which is what is judged; at least 1
 * @param aroundNanos how long it took with what belongs to it but not to its time, as making tasks does: to this time the
 *     usage belongs; at least 1
 * @param repetitions how many executions it had; at least 1
 * @param cpus how many CPUs the process might use
 * @param usage what the process used meanwhile
 * @param round the last of the executions, if it tells its own time
 * @param referenceNanos how long the shortest of such rounds took while they warmed up: how little of that its threads may have
 *     waited for a CPU, so that it counts, may not depend on how long it took itself; at least 1
 */
record Sample(
        long wallNanos,
        long aroundNanos,
        int repetitions,
        int cpus,
        Usage usage,
        Optional<Round> round,
        double referenceNanos) {

    /** What a round must get of the CPU time it could use, for its wall time to be judged. */
    static final double ENOUGH = 0.9;

    private static final double STOLEN_SHARE = 0.02;
    private static final double OVERCOMMITTED = 1.2;
    /** Code that keeps less than this of one CPU busy mostly waits. */
    static final double MOSTLY_WAITS = 0.25;
    /** Code that wants no CPU for at most this share of its time only computes. */
    private static final double ONLY_COMPUTES = 0.1;

    Sample {
        if (wallNanos < 1 || aroundNanos < 1 || repetitions < 1 || cpus < 1 || !(referenceNanos >= 1)) {
            throw new IllegalArgumentException("no sample: " + repetitions + " executions in " + wallNanos
                    + " ns, else " + referenceNanos + " ns, on " + cpus + " CPUs");
        }
    }

    /** One that is its own reference. */
    Sample(long wallNanos, long aroundNanos, int repetitions, int cpus, Usage usage, Optional<Round> round) {
        this(wallNanos, aroundNanos, repetitions, cpus, usage, round, (double) aroundNanos);
    }

    /** The same where it is known how long an execution took in the shortest round of the warm-up. */
    Sample withReference(double nanosPerExecution) {
        return new Sample(
                wallNanos, aroundNanos, repetitions, cpus, usage, round, Math.max(1, repetitions * nanosPerExecution));
    }

    /** How long one execution took with what belongs to it. */
    double aroundPerExecution() {
        return (double) aroundNanos / repetitions;
    }

    /** Wall time of one execution. */
    double nanosPerExecution() {
        return (double) wallNanos / repetitions;
    }

    /** CPU time of one execution. */
    double cpuPerExecution() {
        return (double) usage.bestCpuNanos() / repetitions;
    }

    /** How long the threads of one execution waited for a CPU, all together; zero where nobody knows. */
    double waitPerExecution() {
        return (double) usage.waitNanos() / repetitions;
    }

    /** How many CPUs it kept busy on average. */
    double cpuShare() {
        return (double) usage.bestCpuNanos() / aroundNanos;
    }

    /**
     * How much of the CPU time that it could use it got: what it used / what it was runnable for, where no more counts as
     * runnable than all CPUs give. Empty if nobody knows.
     */
    OptionalDouble supply() {
        if (!usage.sawWaiting()) {
            return usage.spinnerSupply();
        }
        double usable = Math.min((double) usage.cpuNanos() + usage.waitNanos(), (double) cpus * aroundNanos);
        return OptionalDouble.of(Math.min(1, usage.cpuNanos() / usable));
    }

    /** Whether its wall time says something about the code, not about who else was using the machine. */
    boolean wellSupplied() {
        return !isThrottled() && !isRobbed() && (supply().orElse(0) >= ENOUGH || hardlyWaited());
    }

    /** Whether a limit of its own kept the process off the CPUs for a while. */
    boolean isThrottled() {
        return usage.throttledNanos() > 0;
    }

    /** Whether the hypervisor took more of the CPUs than passes for nothing. */
    boolean isRobbed() {
        return usage.stolenNanos() > STOLEN_SHARE * cpus * aroundNanos;
    }

    /**
     * Whether its threads, all together, waited for a CPU for at most a tenth of a round: however that delayed them,
     * the round could not have been more than a tenth shorter. Code that mostly sleeps uses so little CPU time that the share
     * it got says nothing.
     */
    private boolean hardlyWaited() {
        return usage.sawWaiting() && usage.waitNanos() <= (1 - ENOUGH) * referenceNanos;
    }

    /** Whether it used so little CPU time that it must have slept, or waited for something, most of the time. */
    boolean mostlyWaits() {
        return usage.sawCpuTime() && usage.bestCpuNanos() < MOSTLY_WAITS * referenceNanos;
    }

    /** Whether it hardly ever wanted anything but a CPU. */
    boolean onlyComputes() {
        return waitingNanos() <= ONLY_COMPUTES * wallNanos;
    }

    /**
     * The least that one execution could have taken on a machine of its own: without all the time for which its threads
     * waited for a CPU, as if none of it had overlapped; of code that is not warm, without all its CPU time too. Zero or
     * less if that explains the whole round, or if nobody knows how long they waited.
     */
    double leastNanosPerExecution(boolean warm) {
        if (!usage.sawWaiting()) {
            return 0;
        }
        long mayShorten = usage.waitNanos() + (warm ? 0 : usage.bestCpuNanos());
        return (double) (wallNanos - mayShorten) / repetitions;
    }

    /** What of its wall time cannot have been waiting for a CPU. */
    double undisturbedNanos() {
        double undisturbed = (double) wallNanos - usage.waitNanos();
        return Math.min((double) wallNanos, Math.max(undisturbed, (double) usage.bestCpuNanos()));
    }

    /** What of it no warm-up can shorten: the time in which this process used no CPU, and wanted none. */
    double waitingNanos() {
        return Math.max(0, wallNanos - usage.bestCpuNanos() - usage.waitNanos());
    }

    /** How many CPUs it would have kept busy if it had got all it was runnable for; empty if nobody knows. */
    OptionalDouble runnableParallelism() {
        return usage.sawWaiting()
                ? OptionalDouble.of((double) (usage.cpuNanos() + usage.waitNanos()) / aroundNanos)
                : OptionalDouble.empty();
    }

    /** The same without the waiting that followed a wake-up; empty if nobody knows. */
    OptionalDouble preemptedParallelism() {
        return usage.sawWaiting()
                ? OptionalDouble.of((double) (usage.cpuNanos() + usage.preemptedNanos()) / aroundNanos)
                : OptionalDouble.empty();
    }

    /** Whether it was runnable for clearly more CPUs than there are. */
    boolean wantedMoreCpus() {
        return runnableParallelism().orElse(0) > OVERCOMMITTED * cpus;
    }
}
