package io.github.acrossexecutors.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that a measurement brought.
 *
 * @param baseline the name of the code that the other is compared with
 * @param contender the name of the code that is compared
 * @param notWarm why the code did not get warm; empty if it did
 * @param shortage what the budget lacked, and what to do; empty if it lacked nothing
 * @param first the pairs of the first block, in their order
 * @param second the pairs of the second block, whose order within a pair is swapped
 * @param cpus how many CPUs the process might use
 * @param budget how long the measurement might take
 * @param elapsed how long it took
 * @param notes what else its reader should know
 */
record Measured(
        String baseline,
        String contender,
        Optional<String> notWarm,
        Optional<String> shortage,
        List<Pair> first,
        List<Pair> second,
        int cpus,
        Duration budget,
        Duration elapsed,
        List<String> notes) {

    Measured {
        first = List.copyOf(first);
        second = List.copyOf(second);
        notes = List.copyOf(notes);
    }

    /** Both blocks, one after the other. */
    List<Pair> pairs() {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    long pairsWithCoresInDoubt() {
        return pairs().stream().filter(Pair::coresInDoubt).count();
    }

    /** How many pairs have a round of this kind. */
    long pairsWith(Predicate<Sample> kind) {
        return pairs().stream()
                .filter(pair -> kind.test(pair.baseline()) || kind.test(pair.contender()))
                .count();
    }

    /** The same, for a bar that what the budget lacked has nothing to do with. */
    Measured withoutShortage() {
        return new Measured(
                baseline, contender, notWarm, Optional.empty(), first, second, cpus, budget, elapsed, notes);
    }
}
