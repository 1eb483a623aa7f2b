package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Executes rounds: all copies of a body once, under one model.
 *
 * <p>The first tasks, as many as there are workers, start together behind a gate; the others are handed over as soon as
 * it has opened. The time of a round runs from the gate to the end of its last task. Where each task gets a new worker
 * it runs from before the first worker is made.
 *
 * <p><b>Threads:</b> for the caller alone.
 */
public final class RoundRunner {

    private final Workers workers;
    private final Duration timeout;
    private final BodyThreads bodyThreads;

    /**
     * Run on the given workers.
     *
     * @param workers where the tasks run
     * @param timeout the limit of each round; more than zero
     * @param bodyThreads takes note of the threads that bodies start
     */
    public RoundRunner(Workers workers, Duration timeout, BodyThreads bodyThreads) {
        this.workers = workers;
        this.timeout = timeout;
        this.bodyThreads = bodyThreads;
    }

    /**
     * Execute one round.
     *
     * @param number the round's number, from 1
     * @param warmup whether it is a warm-up round
     * @param tasks how many tasks it has; at least 1
     * @param body what each task executes
     * @return its times and failures; a round that ran into the timeout has a {@link TimeoutException} among them
     * @throws InterruptedException if the caller is interrupted; the workers are interrupted then and given a second
     */
    public RoundResult run(int number, boolean warmup, int tasks, TaskBody body) throws InterruptedException {
        RoundClock clock = new RoundClock(Math.min(tasks, workers.gate()));
        List<TaskRun> runs = IntStream.range(0, tasks)
                .mapToObj(task -> new TaskRun("task", task, body, clock, bodyThreads))
                .toList();
        RoundRecord result = RoundRecord.of(number, warmup, runs, clock);
        if (workers.callerRuns()) {
            onCaller(runs, clock, result);
        } else {
            onWorkers(runs, clock, result);
        }
        return result.result();
    }

    private void onCaller(List<TaskRun> runs, RoundClock clock, RoundRecord result) {
        HangWatch watch = new HangWatch(() -> runs, timeout, workers.model());
        try (watch) {
            clock.open();
            runs.forEach(TaskRun::run);
        }
        watch.hang().ifPresent(result::hung);
    }

    private void onWorkers(List<TaskRun> runs, RoundClock clock, RoundRecord result) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        int gate = Math.min(runs.size(), workers.gate());
        try {
            if (workers.workerPerTask()) {
                clock.startEarly();
            }
            handOver(runs.subList(0, gate), clock);
            if (!clock.awaitArrivals(deadline - System.nanoTime())) {
                result.hung(gateNeverFilled(runs, gate - clock.missing(), gate));
                return;
            }
            clock.open();
            handOver(runs.subList(gate, runs.size()), clock);
            if (!awaitAll(runs, deadline)) {
                result.hung(Hang.end(runs, timeout, workers.model()));
            }
        } catch (InterruptedException e) {
            Hang interrupted = Hang.end(runs, timeout, workers.model());
            e.addSuppressed(new TimeoutException("interrupted from outside. " + interrupted));
            throw e;
        }
    }

    private void handOver(List<TaskRun> runs, RoundClock clock) {
        for (TaskRun run : runs) {
            try {
                workers.execute(run);
            } catch (RuntimeException e) {
                run.abandon(new IllegalStateException(workers.model() + " did not take " + run.name() + ": " + e, e));
                clock.arrive();
            }
        }
    }

    private Hang gateNeverFilled(List<TaskRun> runs, long came, int gate) {
        Hang hang = Hang.end(runs, timeout, workers.model());
        return new Hang(
                "only " + came + " of " + gate + " tasks that should start together began within "
                        + Hang.inWords(timeout) + ": " + workers.model() + " has fewer free workers than the " + gate
                        + " it claims.",
                hang.diagnosis(),
                hang.survivors());
    }

    private static boolean awaitAll(List<TaskRun> runs, long deadline) throws InterruptedException {
        boolean all = true;
        for (TaskRun run : runs) {
            all &= run.await(deadline - System.nanoTime());
        }
        return all;
    }
}
