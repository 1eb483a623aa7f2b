package io.github.acrossexecutors.execution;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Tells, beside the interrupt that ended them from outside, what tasks were at, and who of their workers did not end. */
public final class InterruptedTasksException extends TimeoutException {

    private static final long serialVersionUID = 1;

    private final transient List<Thread> survivors;

    InterruptedTasksException(String message, List<Thread> survivors) {
        super(message);
        this.survivors = List.copyOf(survivors);
    }

    /**
     * Find the workers that were left behind when their caller was interrupted.
     *
     * @param interrupt what the caller has thrown
     * @return those that the interrupt did not end
     */
    public static List<Thread> survivorsOf(InterruptedException interrupt) {
        return Arrays.stream(interrupt.getSuppressed())
                .filter(InterruptedTasksException.class::isInstance)
                .map(InterruptedTasksException.class::cast)
                .flatMap(tasks -> tasks.survivors.stream())
                .toList();
    }
}
