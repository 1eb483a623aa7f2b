package io.github.acrossexecutors.remote;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** An {@link Answer} on its way. */
final class PackedAnswer implements Serializable {

    private static final long serialVersionUID = 1;

    private final String worker;
    private final String machine;
    private final long pid;
    private final Answer.Outcome outcome;
    private final long startNanos;
    private final long endNanos;
    private final long cpuNanos;
    private final long gcCount;
    private final long gcNanos;
    private final String[] failed;
    private final Thrown[] thrown;
    private final boolean leftInterrupted;
    private final String[] leftBehind;

    PackedAnswer(Answer answer) {
        this.worker = answer.worker().name();
        this.machine = answer.worker().machine();
        this.pid = answer.worker().pid();
        this.outcome = answer.outcome();
        this.startNanos = answer.times().startNanos();
        this.endNanos = answer.times().endNanos();
        this.cpuNanos = answer.times().cpuNanos();
        this.gcCount = answer.times().gcCount();
        this.gcNanos = answer.times().gcNanos();
        this.failed = answer.faults().stream().map(Answer.Fault::what).toArray(String[]::new);
        this.thrown = answer.faults().stream().map(Answer.Fault::thrown).toArray(Thrown[]::new);
        this.leftInterrupted = answer.leftInterrupted();
        this.leftBehind = answer.leftBehind().toArray(String[]::new);
    }

    private Object readResolve() {
        return new Answer(
                new Answer.Worker(worker, machine, pid),
                outcome,
                new Answer.Times(startNanos, endNanos, cpuNanos, gcCount, gcNanos),
                IntStream.range(0, failed.length)
                        .mapToObj(index -> new Answer.Fault(failed[index], thrown[index]))
                        .toList(),
                leftInterrupted,
                List.of(leftBehind));
    }
}
