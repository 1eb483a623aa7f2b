package io.github.acrossexecutors;

import java.time.Duration;
import java.util.List;

/**
 * What an {@link AcrossExecutors} annotation comes to, with the configuration and the defaults behind it.
 *
 * @param models the models to run under, before {@code across.models} has narrowed them
 * @param narrowed those of them that remain
 * @param tasks how many tasks a round has
 * @param workers how many workers a pool has
 * @param warmups how many rounds do not count
 * @param rounds how many rounds are measured
 * @param timeout the limit of a round
 */
record Settings(
        List<Model> models, List<Model> narrowed, int tasks, int workers, int warmups, int rounds, Duration timeout) {

    int allRounds() {
        return warmups + rounds;
    }

    boolean runsOnce() {
        return tasks == 1 && allRounds() == 1;
    }
}
