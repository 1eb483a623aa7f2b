package io.github.acrossexecutors.timing;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Every round of one test under one execution model.
 *
 * @param model the model's name; not blank
 * @param workers how many workers it had; empty if its provider does not say
 * @param tasks how many tasks a round had; at least 1
 * @param rounds all rounds in the order in which they ran, warm-up rounds first
 */
public record Timings(String model, OptionalInt workers, int tasks, List<Round> rounds) {

    /** A first round this many times as long as the later ones was cold, or filled a cache for them. */
    private static final double COLD_FACTOR = 5;

    private static final int LATER_ROUNDS_TO_JUDGE = 2;

    /**
     * Check the values.
     *
     * @throws IllegalArgumentException if the model is blank or a count is below 1
     */
    public Timings {
        if (model.isBlank() || tasks < 1 || workers.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "no timings: model '" + model + "', " + tasks + " tasks, " + workers + " workers");
        }
        rounds = List.copyOf(rounds);
    }

    /**
     * {@return the rounds that count, without the warm-up}
     */
    public List<Round> measured() {
        return rounds.stream().filter(round -> !round.warmup()).toList();
    }

    /**
     * {@return the median wall time of the measured rounds in nanoseconds, the lower one of an even number; empty
     * without a measured round}
     */
    public OptionalLong medianWallNanos() {
        return median(measured());
    }

    /**
     * {@return how often virtual threads were pinned in all rounds, warm-up included; empty if nobody watched}
     */
    public OptionalInt pinned() {
        if (rounds.stream().anyMatch(round -> round.pins().isEmpty())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(rounds.stream()
                .flatMap(round -> round.pins().stream().flatMap(List::stream))
                .mapToInt(Pin::count)
                .sum());
    }

    /**
     * Tell whether the very first round, warm-up included, took over five times as long as the median of the later ones.
     *
     * @return false too with fewer than two later rounds, which is too little to judge by
     */
    public boolean firstRoundStandsOut() {
        if (rounds.size() <= LATER_ROUNDS_TO_JUDGE) {
            return false;
        }
        long later = median(rounds.subList(1, rounds.size())).orElseThrow();
        return rounds.get(0).wallNanos() > COLD_FACTOR * later;
    }

    private static OptionalLong median(List<Round> rounds) {
        return rounds.stream()
                .mapToLong(Round::wallNanos)
                .sorted()
                .skip(Math.max(0, (rounds.size() - 1) / 2))
                .findFirst();
    }
}
