package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Gathers what became of the tasks of a round in other JVMs. */
final class RemoteRound {

    private final int number;
    private final boolean warmup;
    private final String model;
    private final Duration timeout;
    private final ClassLoader loader;
    private final long startNanos = System.nanoTime();
    /** When each task was handed over, by index. */
    private final Map<Integer, Long> askedNanos = new HashMap<>();

    private final List<Span> spans = new ArrayList<>();
    private final List<TaskFailure> failures = new ArrayList<>();
    /** What the workers say of tasks that hang. */
    private final List<String> diagnoses = new ArrayList<>();

    private int hanging;
    private int neverBegan;
    private int silent;
    private int leftInterrupted;
    private boolean broken;
    private long gcCount;
    private long gcNanos;

    RemoteRound(int number, boolean warmup, String model, Duration timeout, ClassLoader loader) {
        this.number = number;
        this.warmup = warmup;
        this.model = model;
        this.timeout = timeout;
        this.loader = loader;
    }

    /** A task is about to be handed over. */
    void asked(int task) {
        askedNanos.put(task, System.nanoTime());
    }

    void silent() {
        silent++;
        broken = true;
    }

    void lost(TaskFailure failure) {
        failures.add(failure);
    }

    void answered(int task, Replies.Reply reply) {
        Answer answer = Objects.requireNonNull(reply.answer());
        Answer.Times times = answer.times();
        if (!times.equals(Answer.Times.NONE)) {
            spans.add(times.span(
                    task,
                    answer.worker().name(),
                    askedNanos.getOrDefault(task, startNanos),
                    reply.nanos(),
                    startNanos));
        }
        gcCount += times.gcCount();
        gcNanos += times.gcNanos();
        leftInterrupted += answer.leftInterrupted() ? 1 : 0;
        switch (answer.outcome()) {
            case ENDED -> ended(task, answer);
            case HUNG, STUCK -> hung(answer);
            case NEVER_BEGAN, NOT_OPEN -> neverBegan++;
        }
    }

    private void ended(int task, Answer answer) {
        answer.failures(number, loader).stream()
                .map(failure -> new TaskFailure(
                        number,
                        failure.task().equals("task 0") ? "task " + task : failure.task(),
                        failure.worker(),
                        failure.thrown()))
                .forEach(failures::add);
    }

    /** The first line of what the worker says counts its one task; the others tell where it stands. */
    private void hung(Answer answer) {
        hanging++;
        broken |= answer.outcome() == Answer.Outcome.STUCK;
        for (TaskFailure failure : answer.failures(number, loader)) {
            if (failure.thrown() instanceof TimeoutException timeout) {
                String text = String.valueOf(timeout.getMessage());
                int firstLine = text.indexOf('\n');
                diagnoses.add(firstLine < 0 ? answer.worker().name() + ": " + text : text.substring(firstLine + 1));
            } else {
                failures.add(failure);
            }
        }
        if (answer.outcome() == Answer.Outcome.STUCK) {
            diagnoses.add("Process " + answer.worker().pid() + " was ended.");
        }
    }

    /** Whether a worker has to be ended. */
    boolean isBroken() {
        return broken;
    }

    RoundResult result() {
        boolean late = hanging + neverBegan + silent > 0;
        if (late) {
            failures.add(
                    0, new TaskFailure(number, "the round", "its workers", new TimeoutException(timeoutMessage())));
        }
        long firstStart = spans.stream().mapToLong(Span::startNanos).min().orElse(0);
        List<Span> fromFirstStart = spans.stream()
                .map(span -> new Span(
                        span.task(),
                        span.worker(),
                        span.startNanos() - firstStart,
                        span.endNanos() - firstStart,
                        span.cpuNanos()))
                .toList();
        long lastEnd = fromFirstStart.stream().mapToLong(Span::endNanos).max().orElse(0);
        long now = System.nanoTime() - startNanos - firstStart;
        Round round = new Round(number, warmup, late ? now : lastEnd, gcCount, gcNanos, fromFirstStart);
        return new RoundResult(round, failures, List.of(), leftInterrupted, Set.of());
    }

    private String timeoutMessage() {
        int tasks = askedNanos.size();
        String limit =
                " within " + (timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms")
                        + " under " + model + ".";
        String what = tasks == 1
                ? (neverBegan == 1 ? "the task never began" : "the task did not end")
                : (hanging + silent) + " of " + tasks + " tasks did not end"
                        + (neverBegan == 0 ? "" : " and " + neverBegan + " more never began");
        String unknown = silent == 0
                ? ""
                : "\n" + silent + (silent == 1 ? " worker" : " tasks' workers")
                        + " could not be asked where they stand; they were ended.";
        return what
                + limit
                + diagnoses.stream().collect(Collectors.joining("\n", diagnoses.isEmpty() ? "" : "\n", ""))
                + unknown;
    }
}
