package io.github.acrossexecutors.process;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Where and when a task was executed, as measured in its worker.
 *
 * @param workerId the number of the worker in its pool
 * @param pid the process id of the worker
 * @param submittedNanos when the task was submitted, by {@link System#nanoTime} of this JVM
 * @param startNanos when the worker began it, on the same clock
 * @param endNanos when the worker had ended it, on the same clock
 * @param cpuNanos the CPU time of the task's thread; empty unless {@link ProcessPoolBuilder#cpuTimes} asks for it
 */
public record TaskTiming(
        int workerId, long pid, long submittedNanos, long startNanos, long endNanos, OptionalLong cpuNanos) {

    /**
     * Check that the task ended after it began.
     *
     * @throws IllegalArgumentException if it ended earlier
     */
    public TaskTiming {
        if (endNanos - startNanos < 0) {
            throw new IllegalArgumentException("a task cannot end " + (startNanos - endNanos) + " ns before it begins");
        }
    }

    /**
     * Tell how long the task waited and travelled before its worker began it.
     *
     * @return the time from submission to start; never negative
     */
    public Duration queued() {
        return Duration.ofNanos(Math.max(0, startNanos - submittedNanos));
    }

    /**
     * Tell how long the worker executed the task.
     *
     * @return the time from start to end
     */
    public Duration ran() {
        return Duration.ofNanos(endNanos - startNanos);
    }
}
