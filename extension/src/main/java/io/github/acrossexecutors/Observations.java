package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.Workers;
import io.github.acrossexecutors.pinning.PinWatch;
import io.github.acrossexecutors.pinning.PinnedRounds;
import io.github.acrossexecutors.report.TestStatus;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Timings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Gathers what is worth telling of one test under one model: its rounds, its status, and notes for its reader. */
final class Observations {

    private final List<Round> rounds = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Optional<PinnedRounds> pins;
    private int leftInterrupted;
    private TestStatus status = TestStatus.PASSED;

    /**
     * Begin with nothing.
     *
     * @param copiesShareClassInstance whether the copies share an instance that all models share
     * @param watch looks for pins, where there can be any
     */
    Observations(boolean copiesShareClassInstance, Optional<PinWatch> watch) {
        pins = watch.map(PinnedRounds::new);
        if (copiesShareClassInstance) {
            notes.add("Lifecycle.PER_CLASS: all models share one test instance, whose fields keep what the model before"
                    + " left in them.");
        }
    }

    void add(RoundResult result, Instant start) {
        rounds.add(result.round());
        pins.ifPresent(pinned -> pinned.add(result.round(), start, Instant.now(), result.threadIds()));
        leftInterrupted += result.leftInterrupted();
        result.survivors()
                .forEach(thread -> notes.add("Left behind, because an interrupt did not end it: " + thread.getName()));
    }

    void ended(TestStatus end) {
        status = end;
    }

    void leftBehind(List<String> threads) {
        if (!threads.isEmpty()) {
            notes.add("Started while the body ran and still alive: " + String.join(", ", threads) + ".");
        }
    }

    TestStatus status() {
        return status;
    }

    /** The rounds as timings, to be asked for once they are all over; empty if the body never ran. */
    Optional<Timings> timings(String model, Workers workers, Settings settings) {
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt count = workers.workerPerTask() ? OptionalInt.of(settings.tasks()) : workers.count();
        return Optional.of(new Timings(model, count, settings.tasks(), withPins()));
    }

    private List<Round> withPins() {
        Optional<PinnedRounds.Found> found = pins.map(PinnedRounds::find);
        found.ifPresent(known -> notes.addAll(known.notes()));
        return found.map(PinnedRounds.Found::rounds).orElse(rounds);
    }

    List<String> notes(Timings timings) {
        List<String> all = new ArrayList<>(notes);
        if (leftInterrupted > 0) {
            all.add("Tasks that left their worker interrupted: " + leftInterrupted + ". The flag was cleared.");
        }
        if (timings.firstRoundStandsOut()) {
            all.add("The first round took over five times as long as the later ones: the body is cached, or was cold.");
        }
        return all;
    }
}
