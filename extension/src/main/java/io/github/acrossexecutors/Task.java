package io.github.acrossexecutors;

/**
 * One execution of a body: declare it as a parameter of the body to tell the copies apart.
 *
 * @param index the task's index in its round, from 0 to {@code tasks - 1}
 * @param round the round's number, from 1, warm-up rounds included
 * @param warmup whether the round is a warm-up round
 * @param model the name of the execution model it runs under
 */
public record Task(int index, int round, boolean warmup, String model) {}
