package io.github.acrossexecutors.explorer.search;

import java.time.Duration;

/**
 * How far a search may go.
 *
 * @param preemptions per schedule
 * @param schedules in all
 * @param steps per schedule
 * @param time in all
 */
public record Limits(int preemptions, int schedules, int steps, Duration time) {}
