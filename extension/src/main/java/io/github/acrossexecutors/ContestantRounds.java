package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.verdict.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A body's rounds under one model as one side of a measurement; what fails ends it. */
final class ContestantRounds implements Rounds {

    private final ModelRounds rounds;
    private final BodyCalls calls;
    private final boolean throughJUnit;
    private final LeftBehind leftBehind;
    private int number;
    private Optional<Round> last = Optional.empty();

    /**
     * Measure a model.
     *
     * @param rounds its rounds
     * @param calls how the body is called
     * @param throughJUnit whether the very first task is the one that JUnit knows of
     * @param leftBehind is told of workers that do not end
     */
    ContestantRounds(ModelRounds rounds, BodyCalls calls, boolean throughJUnit, LeftBehind leftBehind) {
        this.leftBehind = leftBehind;
        this.rounds = rounds;
        this.calls = calls;
        this.throughJUnit = throughJUnit;
    }

    @Override
    public Optional<Round> execute(boolean warmup) {
        number++;
        last = Optional.empty();
        RoundResult result;
        try {
            result = rounds.execute(number, warmup, calls, throughJUnit);
        } catch (InterruptedException e) {
            leftBehind.addOf(e);
            throw new FailedRoundException(e);
        }
        last = Optional.of(result.round());
        leftBehind.add(result.survivors());
        List<TaskFailure> failures = new ArrayList<>(result.failures());
        failures.addAll(rounds.takeDeaths());
        if (!failures.isEmpty()) {
            throw new FailedRoundException(failures);
        }
        return last;
    }

    @Override
    public Set<Long> processes() {
        return rounds.processes();
    }

    @Override
    public int helperThreads() {
        return rounds.helperThreads();
    }

    @Override
    public boolean hasSurroundings() {
        return rounds.hasHooks();
    }

    @Override
    public void around(Judged judged) throws Exception {
        List<TaskFailure> failures = new ArrayList<>();
        int round = number + 1;
        try {
            rounds.callBefore(round, failures);
            try {
                if (failures.isEmpty()) {
                    judged.execute();
                }
            } catch (FailedRoundException e) {
                e.throwIfInterrupted();
                failures.addAll(e.failures());
            } finally {
                rounds.callAfter(round, last, failures);
            }
        } catch (InterruptedException e) {
            throw new FailedRoundException(e);
        }
        if (!failures.isEmpty()) {
            throw new FailedRoundException(failures);
        }
    }
}
