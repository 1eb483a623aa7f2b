package io.github.acrossexecutors.timing;

import java.util.OptionalLong;

/**
 * One task's record: which worker executed it, from when to when.
 *
 * @param task the task's index in its round, from 0
 * @param worker the name of the thread that executed it; not blank
 * @param startNanos when the body began, in nanoseconds since the round's clock was started
 * @param endNanos when the task ended, on the same clock: its body had returned and what it waited for was done; at
 *     least {@code startNanos}
 * @param cpuNanos the CPU time of its thread in the body and in the continuations that the task handed to its own loop, in
 *     nanoseconds; what other threads did for the task is not in it; empty where the JDK does not tell, as of virtual
 *     threads
 */
public record Span(int task, String worker, long startNanos, long endNanos, OptionalLong cpuNanos) {

    /**
     * Check the values.
     *
     * @throws IllegalArgumentException if the task is negative, the worker blank, or the end before the start
     */
    public Span {
        if (task < 0 || worker.isBlank() || endNanos < startNanos) {
            throw new IllegalArgumentException(
                    "no span: task " + task + " on '" + worker + "' from " + startNanos + " to " + endNanos + " ns");
        }
    }

    /**
     * {@return how long the task took, in nanoseconds}
     */
    public long wallNanos() {
        return endNanos - startNanos;
    }
}
