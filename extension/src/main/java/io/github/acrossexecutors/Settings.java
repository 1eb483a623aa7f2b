package io.github.acrossexecutors;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What an {@link AcrossExecutors} annotation comes to, with the configuration and the defaults behind it.
 *
 * @param models the models to run under, before {@code across.models} has narrowed them
 * @param narrowed those of them that remain
 * @param tasks how many tasks a round has
 * @param tasksByAttribute whether the annotation itself says so
 * @param workers how many workers a pool has
 * @param warmups how many rounds do not count
 * @param rounds how many rounds are measured
 * @param timeout the limit of a round
 */
record Settings(
        List<Model> models,
        List<Model> narrowed,
        int tasks,
        boolean tasksByAttribute,
        int workers,
        int warmups,
        int rounds,
        Duration timeout) {

    int allRounds() {
        return warmups + rounds;
    }

    boolean runsOnce() {
        return tasks == 1 && allRounds() == 1;
    }

    /** For rounds that a measurement counts: the first of them warms up. */
    Settings judged() {
        return new Settings(models, narrowed, tasks, tasksByAttribute, workers, 1, 1, timeout);
    }

    /**
     * For a body that fans out itself, which has one task. An attribute that asks for more is a mistake; a configuration
     * parameter is meant for other bodies.
     */
    Settings injectedInto(Method body) {
        if (tasks > 1 && tasksByAttribute) {
            throw new ExtensionConfigurationException("@AcrossExecutors: tasks must be 1, not " + tasks
                    + ", where the body fans out itself: " + body.getName() + "() declares an executor parameter.");
        }
        return new Settings(models, narrowed, 1, tasksByAttribute, workers, warmups, rounds, timeout);
    }
}
