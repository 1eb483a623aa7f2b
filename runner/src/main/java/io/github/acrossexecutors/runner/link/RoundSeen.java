package io.github.acrossexecutors.runner.link;

import java.util.List;

/**
 * What threads were seen doing in one test method, or in a part of it that the test told apart.
 *
 * @param pid the child that ran it
 * @param jvmStartedMillis when that JVM started, since 1970
 * @param method the test method's name
 * @param name what the test calls this part; empty if it told none apart
 * @param gcCount garbage collections meanwhile
 * @param gcNanos the time they took
 * @param spans what was seen
 */
public record RoundSeen(
        long pid, long jvmStartedMillis, String method, String name, long gcCount, long gcNanos, List<SpanSeen> spans) {

    /** Copies the list. */
    public RoundSeen {
        spans = List.copyOf(spans);
    }

    /**
     * What one thread did.
     *
     * @param task which page, or the how manieth
     * @param worker the thread
     * @param startNanos when it began, on the clock of the child
     * @param endNanos when it ended, on the same
     * @param cpuNanos how much of that it ran on a CPU; -1 if nobody knows
     */
    public record SpanSeen(int task, String worker, long startNanos, long endNanos, long cpuNanos) {}
}
