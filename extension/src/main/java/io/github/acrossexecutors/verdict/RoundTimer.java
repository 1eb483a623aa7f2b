package io.github.acrossexecutors.verdict;

import java.util.OptionalDouble;

/**
 * Executes rounds and says what each took. Statistics are read before the clock starts and after it has stopped.
 *
 * <p><b>Threads:</b> for one caller alone, which executes the bodies.
 */
final class RoundTimer {

    private final Machine machine;
    private boolean spinning;
    private OptionalDouble spunAfterLastRound = OptionalDouble.empty();

    RoundTimer(Machine machine) {
        this.machine = machine;
    }

    Sample time(Contestant contestant, int repetitions) throws Exception {
        OptionalDouble spunBefore = spunBefore();
        Snapshot before = machine.snapshot();
        long start = machine.nanos();
        for (int i = 0; i < repetitions; i++) {
            contestant.body().execute();
        }
        long wallNanos = Math.max(1, machine.nanos() - start);
        Snapshot after = machine.snapshot();
        Usage usage = before.until(after, lower(spunBefore, spunAfter()));
        // Threads that ended took their statistics along, or there are none: from the next round on spinners tell.
        spinning |= !usage.schedulerSawAll();
        return new Sample(wallNanos, repetitions, machine.cpus(), usage);
    }

    private OptionalDouble spunBefore() {
        if (spinning && spunAfterLastRound.isEmpty()) {
            spunAfterLastRound = machine.spinnerSupply();
        }
        return spunAfterLastRound;
    }

    private OptionalDouble spunAfter() {
        spunAfterLastRound = spinning ? machine.spinnerSupply() : OptionalDouble.empty();
        return spunAfterLastRound;
    }

    private static OptionalDouble lower(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(Math.min(one.getAsDouble(), other.getAsDouble()))
                : OptionalDouble.empty();
    }
}
