package io.github.acrossexecutors.execution;

import io.github.acrossexecutors.diagnosis.Diagnosis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tasks that did not end in time, looked at before anything was done to them.
 *
 * <p>First the picture is taken, because an interrupt would spoil it; then the workers are interrupted and given
 * {@link #GRACE} to end; who does not is named. A thread in a monitor deadlock cannot be interrupted and survives.
 *
 * @param what one sentence: how many tasks hang and where
 * @param diagnosis one line per thread that hung, one per deadlock, and one per task that waits for its stages
 * @param survivors the threads that did not end within the grace
 */
record Hang(String what, String diagnosis, List<Thread> survivors) {

    /** How long an interrupted task is given to end. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private static final int TASKS_TO_NAME = 20;

    static Hang look(List<TaskRun> runs, Duration limit, String model) {
        List<TaskRun> hanging =
                runs.stream().filter(run -> !run.hasEnded() && run.hasBegun()).toList();
        long waiting =
                runs.stream().filter(run -> !run.hasEnded() && !run.hasBegun()).count();
        List<Thread> threads = hanging.stream()
                .flatMap(run -> run.worker().stream())
                .distinct()
                .toList();
        String what = inWords(runs.size(), hanging.size(), waiting) + " within " + inWords(limit) + " under " + model;
        String diagnosis = Stream.concat(Stream.of(Diagnosis.of(threads)), unfinished(hanging))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return new Hang(what + ".", diagnosis, List.of());
    }

    /** The tasks that wait for stages or for continuations, a line each: no thread tells of them. */
    private static Stream<String> unfinished(List<TaskRun> hanging) {
        List<String> all =
                hanging.stream().flatMap(run -> run.unfinished().stream()).toList();
        int more = all.size() - TASKS_TO_NAME;
        return Stream.concat(
                all.stream().limit(TASKS_TO_NAME),
                more > 0 ? Stream.of("and " + more + " more tasks that wait for stages") : Stream.empty());
    }

    private static String inWords(int all, int hanging, long waiting) {
        if (hanging + waiting == 0) {
            return "the last task ended, but not";
        }
        if (all == 1) {
            return waiting == 0 ? "the task did not end" : "the task never began";
        }
        return hanging + " of " + all + " tasks did not end"
                + (waiting == 0 ? "" : " and " + waiting + " more never began");
    }

    /** Interrupt what still runs, keep what is queued from starting, and wait for the interrupted to end. */
    static Hang end(List<TaskRun> runs, Duration limit, String model) {
        Hang seen = look(runs, limit, model);
        interrupt(runs);
        List<Thread> survivors = new ArrayList<>();
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (TaskRun run : runs) {
            if (!endsBy(deadline, run)) {
                run.worker().ifPresent(survivors::add);
            }
        }
        return new Hang(seen.what, seen.diagnosis, survivors);
    }

    /** End the tasks of a caller that was interrupted itself, and let its exception tell what they were at. */
    static InterruptedException interruptedFromOutside(
            InterruptedException interrupt, List<TaskRun> runs, Duration limit, String model) {
        Hang end = end(runs, limit, model);
        String survived = end.survivedInWords();
        interrupt.addSuppressed(new InterruptedTasksException(
                "interrupted from outside while tasks ran under " + model + ":\n" + end.diagnosis + survived,
                end.survivors));
        return interrupt;
    }

    /** What a task fails with that has left its caller's own thread interrupted, which nobody can tell from a time limit. */
    static InterruptedException leftInterrupted(TaskRun run) {
        return new InterruptedException(
                run.name() + " left its thread interrupted, which is its caller's own: that may be"
                        + " an interrupt from outside, such as a time limit's, so nothing runs after it.");
    }

    static void interrupt(List<TaskRun> runs) {
        runs.forEach(run -> run.abandon(null));
        runs.forEach(TaskRun::interrupt);
    }

    private static boolean endsBy(long deadline, TaskRun run) {
        try {
            return run.await(deadline - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return run.hasEnded();
        }
    }

    /** What was seen before anything was done, with those who survived what was done. */
    Hang endedAs(Hang end) {
        return new Hang(what, diagnosis, end.survivors);
    }

    TimeoutException asException() {
        return new TimeoutException(toString());
    }

    @Override
    public String toString() {
        return what + (diagnosis.isEmpty() ? "" : "\n" + diagnosis) + survivedInWords();
    }

    private String survivedInWords() {
        String names = survivors.stream().map(TaskRun::nameOf).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nAn interrupt did not end " + names + ", left behind.";
    }

    static String inWords(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
