package io.github.acrossexecutors.runner.link;

/**
 * A report, and the run it belongs to.
 *
 * <p>The code under test can write to the child's pipe, but does not know what its run is called: what it makes up is output.
 *
 * @param run what the runner calls the run in progress, or the last; empty before the first
 * @param report what is told
 */
public record Told(String run, Report report) {}
