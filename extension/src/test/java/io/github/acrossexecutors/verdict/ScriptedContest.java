package io.github.acrossexecutors.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two contestants on a scripted machine, and the order in which they ran. */
final class ScriptedContest {

    static final Duration BUDGET = Duration.ofSeconds(10);

    final ScriptedMachine machine;
    final List<String> order = new ArrayList<>();

    ScriptedContest(int cpus) {
        machine = new ScriptedMachine(cpus);
    }

    ScriptedContest() {
        this(2);
    }

    Judgement judge(double bar, Body baseline, Body contender) throws Exception {
        return measurement(Optional.of(bar(bar)), Optional.of(BUDGET), baseline, contender)
                .run()
                .judge();
    }

    static Demand bar(double bar) {
        return Demand.atLeast(bar, ErrorBudget.among(1));
    }

    Measurement measurement(Optional<Demand> demand, Optional<Duration> budget, Body baseline, Body contender) {
        return new Measurement(machine, noted("A", baseline), noted("B", contender), demand, budget);
    }

    private Contestant noted(String name, Body body) {
        return Contestant.of(name, () -> {
            order.add(name);
            body.execute();
        });
    }
}
