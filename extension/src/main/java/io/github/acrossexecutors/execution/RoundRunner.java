package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Executes rounds: all copies of a body once, under one model.
 *
 * <p>The first tasks, as many as there are workers, start together behind a gate; the others are handed over as soon as
 * it has opened. The time of a round runs from the gate to the end of its last task. Where each task gets a new worker
 * it runs from before the first worker is made. A task that waits for its stages holds its worker, unless the workers
 * interleave tasks: then others go on meanwhile.
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
                .mapToObj(task -> new TaskRun("task " + task, task, body, clock, bodyThreads))
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
            for (TaskRun run : runs) {
                run.run();
                endWithTheInterrupt(run, runs);
            }
        }
        watch.hang().ifPresent(result::hung);
    }

    /** An interrupt that a task met on the caller's own thread was meant for the caller: no further task begins. */
    private static void endWithTheInterrupt(TaskRun run, List<TaskRun> runs) {
        if (run.leftCallerInterrupted()) {
            run.failLate(Hang.leftInterrupted(run));
        }
        if (run.thrown().stream().anyMatch(InterruptedException.class::isInstance)) {
            runs.forEach(other -> other.abandon(null));
        }
    }

    private void onWorkers(List<TaskRun> runs, RoundClock clock, RoundRecord result) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        int gate = Math.min(runs.size(), workers.gate());
        try {
            if (workers.workerPerTask()) {
                clock.startEarly();
            }
            Optional<Hang> onCaller = handOver(runs.subList(0, gate), runs, clock);
            if (onCaller.isEmpty() && !clock.awaitArrivals(deadline - System.nanoTime())) {
                result.hung(gateNeverFilled(runs, gate - clock.missing(), gate));
                return;
            }
            clock.open();
            onCaller = onCaller.or(() -> handOver(runs.subList(gate, runs.size()), runs, clock));
            if (onCaller.isPresent() || !awaitAll(runs, deadline)) {
                Hang end = Hang.end(runs, timeout, workers.model());
                result.hung(onCaller.map(seen -> seen.endedAs(end)).orElse(end));
            }
        } catch (InterruptedException e) {
            throw Hang.interruptedFromOutside(e, runs, timeout, workers.model());
        }
    }

    /** Hand over some of the round's tasks; what hung, if they hung on the caller itself. */
    private Optional<Hang> handOver(List<TaskRun> some, List<TaskRun> all, RoundClock clock) {
        if (!workers.mayRunOnCaller()) {
            some.forEach(run -> handOver(run, clock));
            return Optional.empty();
        }
        HangWatch watch = new HangWatch(() -> all, timeout, workers.model());
        try (watch) {
            for (TaskRun run : some) {
                handOver(run, clock);
                endWithTheInterrupt(run, all);
            }
        }
        return watch.hang();
    }

    private void handOver(TaskRun run, RoundClock clock) {
        try {
            workers.execute(workers.interleaves() ? () -> run.runOn(workers) : run);
        } catch (RuntimeException | OutOfMemoryError e) {
            // The error is what a JVM says that can start no more threads; the tasks that run must not wait for ever.
            run.abandon(new IllegalStateException(workers.model() + " did not take " + run.name() + ": " + e, e));
            clock.arrive();
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
