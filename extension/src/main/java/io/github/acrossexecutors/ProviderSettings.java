package io.github.acrossexecutors;

import java.util.concurrent.ThreadFactory;

/**
 * What a test asks of an executor.
 *
 * @param test the name of the test method
 * @param workers how many tasks it should run at once; at least 1
 * @param threadFactory makes daemon threads that bear the model's and the test's name and its context class loader; using
 *     it is optional
 */
public record ProviderSettings(String test, int workers, ThreadFactory threadFactory) {}
