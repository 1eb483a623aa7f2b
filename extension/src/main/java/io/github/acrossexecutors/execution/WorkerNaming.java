package io.github.acrossexecutors.execution;

import java.util.Locale;

/**
 * What the workers of one model are called and how many they are.
 *
 * @param model the model's name in messages, for instance {@code FIXED_POOL}
 * @param test the name of the test method, which ends each thread's name
 * @param workers how many workers a pool has, and how many tasks start together where each task gets its own; at least 1
 * @param contextClassLoader what every worker gets as its context class loader
 */
public record WorkerNaming(String model, String test, int workers, ClassLoader contextClassLoader) {

    /**
     * Check the values.
     *
     * @throws IllegalArgumentException if there is less than one worker
     */
    public WorkerNaming {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, not " + workers);
        }
    }

    /**
     * Name a worker.
     *
     * @param number the worker's number, from 1
     * @return a name such as {@code fixed-pool-3 fetchesAPage}
     */
    String threadName(int number) {
        return model.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number + " " + test;
    }
}
