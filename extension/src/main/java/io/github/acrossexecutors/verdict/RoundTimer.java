package io.github.acrossexecutors.verdict;

import io.github.acrossexecutors.timing.Round;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Executes rounds and says what each took. Statistics are read before the clock starts and after it has stopped.
 *
 * <p><b>Threads:</b> for one caller alone, which executes the rounds.
 */
final class RoundTimer {

    private final Machine machine;
    private boolean spinning;
    private OptionalDouble spunAfterLastRound = OptionalDouble.empty();

    RoundTimer(Machine machine) {
        this.machine = machine;
    }

    Sample time(Contestant contestant, Repetitions repetitions, boolean warmup) throws Exception {
        machine.watch(contestant.rounds().processes());
        OptionalDouble spunBefore = spunBefore();
        machine.awaitIdleCompiler();
        Rounds rounds = contestant.rounds();
        Clocked clocked = new Clocked(rounds, warmup);
        int count = repetitions.count();
        if (rounds.hasSurroundings()) {
            long start = machine.nanos();
            for (int i = 0; i < count; i++) {
                rounds.around(() -> clocked.execute(1));
            }
            repetitions.tookBeside(machine.nanos() - start - clocked.aroundNanos);
        } else {
            clocked.execute(count);
        }
        OptionalDouble spunAfter = spunAfter(clocked.used());
        return new Sample(
                Math.max(1, clocked.wallNanos),
                clocked.aroundNanos,
                count,
                machine.cpus(),
                clocked.used().withSpinners(lower(spunBefore, spunAfter)),
                clocked.last);
    }

    /** Adds up what one or more executions between two snapshots each took and used. */
    private final class Clocked {

        private final Rounds rounds;
        private final boolean warmup;
        private Optional<Round> last = Optional.empty();
        private long wallNanos;
        private long aroundNanos;
        private Optional<Usage> usage = Optional.empty();

        Clocked(Rounds rounds, boolean warmup) {
            this.rounds = rounds;
            this.warmup = warmup;
        }

        void execute(int times) throws Exception {
            Snapshot before = machine.snapshot();
            long start = machine.nanos();
            long toldNanos = 0;
            for (int i = 0; i < times; i++) {
                last = rounds.execute(warmup);
                toldNanos += last.map(Round::wallNanos).orElse(0L);
            }
            long nanos = machine.nanos() - start;
            aroundNanos += Math.max(1, nanos);
            wallNanos += last.isPresent() ? toldNanos : nanos;
            Usage more = before.until(machine.snapshot()).without((long) times * rounds.helperThreads());
            usage = Optional.of(usage.map(more::plus).orElse(more));
        }

        Usage used() {
            return usage.orElseThrow();
        }
    }

    private OptionalDouble spunBefore() {
        if (spinning && spunAfterLastRound.isEmpty()) {
            spunAfterLastRound = machine.spinnerSupply();
        }
        return spunAfterLastRound;
    }

    /** Where threads took their statistics along, or there are none, spinners tell from the next round on. */
    private OptionalDouble spunAfter(Usage used) {
        spunAfterLastRound = spinning ? machine.spinnerSupply() : OptionalDouble.empty();
        spinning |= !used.sawWaiting();
        return spunAfterLastRound;
    }

    private static OptionalDouble lower(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(Math.min(one.getAsDouble(), other.getAsDouble()))
                : OptionalDouble.empty();
    }
}
