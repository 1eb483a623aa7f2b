package io.github.acrossexecutors.runner.watch;

/**
 * How large a terminal is.
 *
 * @param columns its width
 * @param rows its height
 */
public record Size(int columns, int rows) {}
