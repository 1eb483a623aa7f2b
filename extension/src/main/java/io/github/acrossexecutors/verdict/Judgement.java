package io.github.acrossexecutors.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A verdict on one expectation, with what a person needs to act on it.
 *
 * @param verdict met, not met or inconclusive
 * @param bar how much faster the contender was expected to be
 * @param ideal the best speedup the work could have; empty if none is claimed
 * @param reason why it is inconclusive; empty if it is not
 * @param figures what was seen; empty if not a single pair was measured
 * @param pairs what each pair took, in their order
 * @param message what was expected, what was seen, what that usually means, and what to do next
 */
public record Judgement(
        Verdict verdict,
        Bar bar,
        Optional<Ideal> ideal,
        Optional<Reason> reason,
        Optional<Figures> figures,
        List<PairTimes> pairs,
        String message) {

    /**
     * Check the reason.
     *
     * @throws IllegalArgumentException if an inconclusive verdict has none, or any other has one
     */
    public Judgement {
        if ((verdict == Verdict.INCONCLUSIVE) != reason.isPresent()) {
            throw new IllegalArgumentException(verdict + " with reason " + reason);
        }
        pairs = List.copyOf(pairs);
    }

    /**
     * What could not be measured at all.
     *
     * @param bar how much faster the contender was expected to be
     * @param reason why it was not measured
     * @param message the same in words, and what to do next
     * @return an inconclusive verdict
     */
    public static Judgement notMeasured(Bar bar, Reason reason, String message) {
        return new Judgement(
                Verdict.INCONCLUSIVE, bar, Optional.empty(), Optional.of(reason), Optional.empty(), List.of(), message);
    }

    /**
     * Add a sentence to the message.
     *
     * @param sentence the sentence
     * @return this judgement with it
     */
    public Judgement adding(String sentence) {
        return new Judgement(verdict, bar, ideal, reason, figures, pairs, message + " " + sentence);
    }

    /**
     * One pair: how long one execution of each contestant took.
     *
     * @param baselineNanos of the baseline, in nanoseconds
     * @param contenderNanos of the contender, in nanoseconds
     * @param supply how much of the CPU time it could use the worse supplied round got, from 0 to 1; empty if nobody knows
     */
    public record PairTimes(long baselineNanos, long contenderNanos, OptionalDouble supply) {}
}
