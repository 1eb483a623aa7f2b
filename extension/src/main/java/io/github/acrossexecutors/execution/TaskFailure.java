package io.github.acrossexecutors.execution;

/**
 * What one task threw.
 *
 * @param round the round's number, from 1
 * @param task which task of the round, for instance {@code task 3}
 * @param worker the name of the worker that executed it
 * @param thrown what it threw
 */
public record TaskFailure(int round, String task, String worker, Throwable thrown) {}
