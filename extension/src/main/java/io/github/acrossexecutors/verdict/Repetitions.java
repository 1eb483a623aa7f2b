package io.github.acrossexecutors.verdict;

import java.util.stream.Stream;

/**
 * How often a contestant executes within one round, so that a round that computes lasts at least 20 ms. It grows while
 * the code warms up and never shrinks; a round that mostly waits has one execution, and one that is surrounded by what is
 * called before and after each execution has no more than fit into 100 ms of that.
 */
final class Repetitions {

    static final long LEAST_NANOS = 20_000_000;

    /** Aimed a quarter above, so that code that gets a little faster still fills a round. */
    private static final long AIM_NANOS = 25_000_000;

    private static final double COMPUTES = 0.5;
    private static final int MOST_GROWTH = 100;
    private static final int MOST = 100_000_000;

    /** What is called before and after each execution takes its time, too. */
    private static final long MOST_BESIDE_NANOS = 100_000_000;

    private int count = 1;
    private double besidePerExecution;
    private double referenceNanos = 1;

    int count() {
        return count;
    }

    /** Take note of how long executions took in the last rounds of the warm-up. */
    void refer(Stream<Sample> rounds) {
        referenceNanos = rounds.mapToDouble(Sample::aroundPerExecution).min().orElseThrow();
    }

    /** How long an execution took in the shortest of these rounds. */
    double referenceNanos() {
        return referenceNanos;
    }

    /** Take note of how long what is called before and after each execution of a round took, all together. */
    void tookBeside(long nanos) {
        besidePerExecution = (double) nanos / count;
    }

    /** Learn from a warm-up round; true if the next one will have more executions. */
    boolean learn(Sample round) {
        if (round.aroundNanos() >= LEAST_NANOS || round.cpuShare() < COMPUTES || count == MOST) {
            return false;
        }
        double wanted = Math.ceil((double) AIM_NANOS * count / round.aroundNanos());
        double most = Math.min(MOST, (double) count * MOST_GROWTH);
        if (besidePerExecution > 0) {
            most = Math.min(most, MOST_BESIDE_NANOS / besidePerExecution);
        }
        if (most < count + 1.0) {
            return false;
        }
        count = (int) Math.max(count + 1.0, Math.min(most, wanted));
        return true;
    }
}
