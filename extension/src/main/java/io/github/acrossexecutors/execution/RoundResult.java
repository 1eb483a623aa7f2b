package io.github.acrossexecutors.execution;

import io.github.acrossexecutors.timing.Round;
import java.util.List;
import java.util.Set;

/**
 * What became of a round.
 *
 * @param round its times
 * @param failures what its tasks threw, a timeout of the round among them
 * @param survivors the workers that an interrupt did not end
 * @param leftInterrupted how many tasks left their worker interrupted
 * @param threadIds the identifiers of the threads that its tasks ran on
 */
public record RoundResult(
        Round round, List<TaskFailure> failures, List<Thread> survivors, int leftInterrupted, Set<Long> threadIds) {

    /** Copy the collections. */
    public RoundResult {
        failures = List.copyOf(failures);
        survivors = List.copyOf(survivors);
        threadIds = Set.copyOf(threadIds);
    }
}
