package io.github.acrossexecutors.verdict;

/**
 * How often a contestant executes within one round, so that a round that computes lasts at least 20 ms. It grows while
 * the code warms up and never shrinks; a round that mostly waits has one execution.
 */
final class Repetitions {

    static final long LEAST_NANOS = 20_000_000;

    /** Aimed a quarter above, so that code that gets a little faster still fills a round. */
    private static final long AIM_NANOS = 25_000_000;

    private static final double COMPUTES = 0.5;
    private static final int MOST_GROWTH = 100;
    private static final int MOST = 100_000_000;

    private int count = 1;

    int count() {
        return count;
    }

    /** Learn from a warm-up round; true if the next one will have more executions. */
    boolean learn(Sample round) {
        if (round.aroundNanos() >= LEAST_NANOS || round.cpuShare() < COMPUTES || count == MOST) {
            return false;
        }
        double wanted = Math.ceil((double) AIM_NANOS * count / round.aroundNanos());
        double most = Math.min(MOST, (double) count * MOST_GROWTH);
        count = (int) Math.max(count + 1.0, Math.min(most, wanted));
        return true;
    }
}
