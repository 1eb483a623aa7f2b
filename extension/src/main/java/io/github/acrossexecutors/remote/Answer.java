package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a JVM has to say to a request.
 *
 * @param worker who says it
 * @param outcome what became of a task
 * @param times when it was executed; of a request that is no task, of a task that never began or hangs, all zero
 * @param faults what was thrown
 * @param leftInterrupted whether a task left its worker interrupted
 * @param leftBehind the names of threads that a body had started and that still live
 */
public record Answer(
        Worker worker,
        Outcome outcome,
        Times times,
        List<Fault> faults,
        boolean leftInterrupted,
        List<String> leftBehind)
        implements Serializable {

    /**
     * Who executed something.
     *
     * @param name the name of its thread
     * @param machine tells the machine from others
     * @param pid its process's id there
     */
    record Worker(String name, String machine, long pid) {}

    /** What became of a task. */
    enum Outcome {
        /** It ended, or there was none. */
        ENDED,
        /** It did not end in time; an interrupt ended it then. */
        HUNG,
        /** It did not end in time, nor when it was interrupted. */
        STUCK,
        /** Its time was up before it began. */
        NEVER_BEGAN,
        /** This JVM has no such life-cycle. */
        NOT_OPEN
    }

    /**
     * When a task was executed.
     *
     * @param startNanos by {@link System#nanoTime} of the JVM that executed it
     * @param endNanos on the same clock
     * @param cpuNanos the CPU time of its thread; negative if nobody knows
     * @param gcCount how many garbage collections began there meanwhile
     * @param gcNanos the time they took
     */
    record Times(long startNanos, long endNanos, long cpuNanos, long gcCount, long gcNanos) {

        static final Times NONE = new Times(0, 0, 0, 0, 0);

        static Times of(Round round, long clockStartNanos) {
            return round.spans().stream()
                    .findFirst()
                    .map(span -> new Times(
                            clockStartNanos + span.startNanos(),
                            clockStartNanos + span.endNanos(),
                            span.cpuNanos().orElse(-1),
                            round.gcCount(),
                            round.gcNanos()))
                    .orElse(NONE);
        }

        /**
         * Place the task on a round's clock. What the other JVM's clock says is believed if it lies between question and
         * answer, as it does where both are on one machine; else the task is taken to have ended when the answer came.
         */
        Span span(int task, String worker, long askedNanos, long answeredNanos, long roundStartNanos) {
            long took = endNanos - startNanos;
            boolean sameClock = startNanos - askedNanos >= 0 && answeredNanos - endNanos >= 0;
            long end = sameClock ? endNanos : answeredNanos;
            long start = sameClock ? startNanos : Math.max(askedNanos, answeredNanos - took);
            return new Span(
                    task,
                    worker,
                    start - roundStartNanos,
                    end - roundStartNanos,
                    cpuNanos < 0 ? OptionalLong.empty() : OptionalLong.of(cpuNanos));
        }
    }

    /**
     * Something that was thrown.
     *
     * @param what what failed
     * @param thrown what it threw
     */
    record Fault(String what, Thrown thrown) {

        static List<Fault> all(List<TaskFailure> failures) {
            return failures.stream()
                    .map(failure -> new Fault(failure.task(), Thrown.of(failure.thrown())))
                    .toList();
        }
    }

    /** To a request that needs a life-cycle which this JVM has not opened. */
    static Answer notOpen() {
        Worker worker =
                new Worker("none", Host.machine(), ProcessHandle.current().pid());
        return new Answer(worker, Outcome.NOT_OPEN, Times.NONE, List.of(), false, List.of());
    }

    /** To a request that is no task. */
    static Answer of(Worker worker, List<TaskFailure> failures) {
        return new Answer(worker, Outcome.ENDED, Times.NONE, Fault.all(failures), false, List.of());
    }

    private Object writeReplace() {
        return new PackedAnswer(this);
    }

    List<TaskFailure> failures(int round, ClassLoader loader) {
        return faults.stream()
                .map(fault -> new TaskFailure(round, fault.what, worker.name, fault.thrown.unpack(loader)))
                .toList();
    }
}
