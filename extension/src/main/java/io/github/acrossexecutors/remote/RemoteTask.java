package io.github.acrossexecutors.remote;

import org.jspecify.annotations.Nullable;

/**
 * One execution of a body in another JVM. Small, because many of them travel: it brings along what opens the life-cycle only
 * where a JVM has said that it lacks that.
 */
final class RemoteTask implements Request {

    private static final long serialVersionUID = 1;

    private final RunId run;
    private final @Nullable Opening opening;
    private final int round;
    private final boolean warmup;
    private final int index;
    private final Deadline deadline;

    /**
     * Describe an execution.
     *
     * @param run whose task it is
     * @param opening how to open the life-cycle; null if it should be open
     * @param round the round's number
     * @param warmup whether it is a warm-up round
     * @param index the task's index in the round
     * @param deadline when the round has to be over
     */
    RemoteTask(RunId run, @Nullable Opening opening, int round, boolean warmup, int index, Deadline deadline) {
        this.run = run;
        this.opening = opening;
        this.round = round;
        this.warmup = warmup;
        this.index = index;
        this.deadline = deadline;
    }

    @Override
    public Answer call() throws InterruptedException {
        HostedRun host = opening == null ? Host.find(run).orElse(null) : Host.run(opening);
        return host == null ? Answer.notOpen() : host.execute(this);
    }

    RemoteTask with(Opening known) {
        return new RemoteTask(run, known, round, warmup, index, deadline);
    }

    @Nullable
    Opening opening() {
        return opening;
    }

    int round() {
        return round;
    }

    boolean warmup() {
        return warmup;
    }

    int index() {
        return index;
    }

    Deadline deadline() {
        return deadline;
    }
}
