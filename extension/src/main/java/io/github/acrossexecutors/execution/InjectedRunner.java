package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * Executes a body that gets the model's executor and fans out itself.
 *
 * <p>The body runs on the caller: on a worker it would wait for subtasks that need the very worker it holds. A round
 * ends when the body has returned and all its subtasks have ended; its spans are those of the subtasks. A submitted one
 * that failed, and whose future nobody has asked by then, is a failure of the round.
 *
 * <p><b>Threads:</b> for the caller alone.
 */
public final class InjectedRunner {

    private final Workers workers;
    private final Duration timeout;
    private final BodyThreads bodyThreads;
    private final SubtaskExecutor executor;

    /**
     * Inject the executor of the given workers.
     *
     * @param workers where the subtasks run
     * @param timeout the limit of each round; more than zero
     * @param bodyThreads takes note of the threads that bodies start
     */
    public InjectedRunner(Workers workers, Duration timeout, BodyThreads bodyThreads) {
        this.workers = workers;
        this.timeout = timeout;
        this.bodyThreads = bodyThreads;
        this.executor = new SubtaskExecutor(workers, bodyThreads);
    }

    /**
     * {@return the executor to inject; it serves one round after another}
     */
    public ExecutorService executor() {
        return executor;
    }

    /**
     * Execute one round.
     *
     * @param number the round's number, from 1
     * @param warmup whether it is a warm-up round
     * @param body the body, which has the executor
     * @return its times and failures
     * @throws InterruptedException if the caller is interrupted while it waits for subtasks, which are interrupted then
     *     and given a second
     */
    public RoundResult run(int number, boolean warmup, TaskBody body) throws InterruptedException {
        RoundClock clock = RoundClock.running();
        executor.begin(clock);
        TaskRun main = new TaskRun("the body", 0, body, clock, bodyThreads);
        long deadline = System.nanoTime() + timeout.toNanos();
        HangWatch watch = new HangWatch(() -> all(main), timeout, workers.model());
        boolean quiet = false;
        try (watch) {
            quiet = runUntilQuiet(main, deadline);
        } catch (InterruptedException e) {
            if (watch.hang().isEmpty()) {
                throw Hang.interruptedFromOutside(e, all(main), timeout, workers.model());
            }
        } finally {
            executor.shutdown();
        }
        boolean hung = !quiet || watch.hang().isPresent();
        tellTheUntold(main, hung);
        RoundRecord result = RoundRecord.ofBody(number, warmup, main, executor.runs(), clock);
        if (hung) {
            // The caller's deadline may pass before that of the watch, which then has seen nothing.
            Hang end = Hang.end(all(main), timeout, workers.model());
            result.hung(watch.hang().map(seen -> seen.endedAs(end)).orElse(end));
        }
        return result.result();
    }

    private boolean runUntilQuiet(TaskRun main, long deadline) throws InterruptedException {
        main.run();
        if (main.leftCallerInterrupted()) {
            // One from outside that came as the body ended looks like one the body left, and was meant for us.
            if (executor.isQuiet()) {
                main.failLate(Hang.leftInterrupted(main));
            } else {
                Thread.currentThread().interrupt();
            }
        }
        return executor.awaitQuiet(deadline);
    }

    /** A body that has thrown could ask no more: what it did not ask for is told beside that, alike errors once. */
    private void tellTheUntold(TaskRun main, boolean hung) {
        List<Throwable> ofBody = hung ? List.of() : main.thrown();
        Set<String> told = new HashSet<>();
        for (SubtaskExecutor.Untold untold : executor.untold()) {
            if (ofBody.isEmpty()) {
                untold.run().failLate(untold.thrown());
            } else if (!ofBody.contains(untold.thrown())
                    && told.add(untold.thrown().toString())) {
                ofBody.get(0).addSuppressed(untold.thrown());
            }
        }
    }

    private List<TaskRun> all(TaskRun main) {
        List<TaskRun> all = new ArrayList<>(executor.runs());
        all.add(main);
        return all;
    }
}
