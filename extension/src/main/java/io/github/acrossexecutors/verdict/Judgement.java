package io.github.acrossexecutors.verdict;

import java.util.Optional;

/**
 * A verdict on one expectation, with what a person needs to act on it.
 *
 * @param verdict met, not met or inconclusive
 * @param atLeast how many times as fast the contender was expected to be
 * @param reason why it is inconclusive; empty if it is not
 * @param figures what was seen; empty if not a single pair was measured
 * @param message what was expected, what was seen, what that usually means, and what to do next
 */
public record Judgement(
        Verdict verdict, double atLeast, Optional<Reason> reason, Optional<Figures> figures, String message) {

    /**
     * Check the reason.
     *
     * @throws IllegalArgumentException if an inconclusive verdict has none, or any other has one
     */
    public Judgement {
        if ((verdict == Verdict.INCONCLUSIVE) != reason.isPresent()) {
            throw new IllegalArgumentException(verdict + " with reason " + reason);
        }
    }
}
