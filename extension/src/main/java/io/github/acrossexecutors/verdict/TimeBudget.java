package io.github.acrossexecutors.verdict;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a measurement may take, warm-up and all blocks together.
 *
 * @param total the limit; more than zero
 */
record TimeBudget(Duration total) {

    static final Duration DEFAULT = Duration.ofSeconds(10);

    private static final int WARM_UP_PART = 3;

    TimeBudget {
        if (total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("budget: " + total + "; it must be more than zero");
        }
    }

    /**
     * Whether a warm-up pair still fits into the third that warming up may take, going by what no warm-up can shorten: the
     * last pair may have been cold.
     */
    boolean fitsWarmUp(long elapsedNanos, double waitingNanos) {
        return elapsedNanos + waitingNanos < (double) total.toNanos() / WARM_UP_PART;
    }

    boolean fits(long elapsedNanos, long pairNanos) {
        return elapsedNanos + pairNanos <= total.toNanos();
    }

    boolean isSpent(long elapsedNanos) {
        return elapsedNanos >= total.toNanos();
    }

    /**
     * What to say if so many pairs do not fit into what is left.
     *
     * @param purpose what they are for, such as "A verdict"
     * @param warmUps how many pairs must come before them to warm up, for the advice
     */
    Optional<String> shortage(String purpose, int pairs, int warmUps, double pairNanos, long elapsedNanos) {
        double left = (double) total.toNanos() - elapsedNanos;
        if (pairs * pairNanos <= left && !isSpent(elapsedNanos)) {
            return Optional.empty();
        }
        double warm = elapsedNanos + warmUps * pairNanos;
        double enough = Math.max(warm + pairs * pairNanos, warmUps == 0 ? 0 : WARM_UP_PART * warm);
        return Optional.of(purpose + " needs " + pairs + " pairs of " + Seconds.ofNanos(pairNanos) + "; "
                + Seconds.ofNanos(Math.max(0, left)) + " of the budget of " + Seconds.of(total)
                + " are left: shorten the wait or the work, or raise the budget to "
                + Seconds.ofNanos(Math.ceil(enough / 1e9) * 1e9) + " or more.");
    }
}
