package io.github.acrossexecutors.execution;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what became of a round's tasks once they have ended, or have been given up. */
final class RoundRecord {

    private final int number;
    private final boolean warmup;
    /** Whose ends make the round's wall time, and whose failures are its own. */
    private final List<TaskRun> runs;
    /** Whose spans it records. */
    private final List<TaskRun> recorded;

    private final RoundClock clock;
    private @Nullable Hang hang;

    private RoundRecord(int number, boolean warmup, List<TaskRun> runs, List<TaskRun> recorded, RoundClock clock) {
        this.number = number;
        this.warmup = warmup;
        this.runs = runs;
        this.recorded = recorded;
        this.clock = clock;
    }

    static RoundRecord of(int number, boolean warmup, List<TaskRun> tasks, RoundClock clock) {
        return new RoundRecord(number, warmup, tasks, tasks, clock);
    }

    static RoundRecord ofBody(int number, boolean warmup, TaskRun body, List<TaskRun> subtasks, RoundClock clock) {
        List<TaskRun> runs = new ArrayList<>(subtasks);
        runs.add(0, body);
        return new RoundRecord(number, warmup, runs, subtasks, clock);
    }

    void hung(Hang seen) {
        hang = seen;
    }

    RoundResult result() {
        long lastEnd = spansOf(runs).stream().mapToLong(Span::endNanos).max().orElse(0);
        RoundClock.GarbageCollections collections = clock.collections();
        Round round = new Round(
                number,
                warmup,
                hang == null ? lastEnd : clock.nanos(),
                collections.count(),
                TimeUnit.MILLISECONDS.toNanos(collections.millis()),
                spansOf(recorded));
        int leftInterrupted =
                (int) runs.stream().filter(TaskRun::leftInterrupted).count();
        return new RoundResult(
                round,
                failures(),
                hang == null ? List.of() : hang.survivors(),
                hang == null ? leftInterrupted : 0,
                threadIds());
    }

    private Set<Long> threadIds() {
        return runs.stream()
                .flatMapToLong(run -> run.workerId().stream())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Span> spansOf(List<TaskRun> runs) {
        return runs.stream().flatMap(run -> run.span().stream()).toList();
    }

    private List<TaskFailure> failures() {
        List<TaskFailure> failures = new ArrayList<>();
        Optional.ofNullable(hang)
                .map(seen -> new TaskFailure(number, "the round", "its workers", seen.asException()))
                .ifPresent(failures::add);
        for (TaskRun run : runs) {
            run.thrown().stream()
                    .filter(thrown -> hang == null || !(thrown instanceof InterruptedException))
                    .map(thrown -> new TaskFailure(number, run.name(), run.workerName(), thrown))
                    .forEach(failures::add);
        }
        return failures;
    }
}
