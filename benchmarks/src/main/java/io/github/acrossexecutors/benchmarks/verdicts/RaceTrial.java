package io.github.acrossexecutors.benchmarks.verdicts;

import io.github.acrossexecutors.Comparison;
import io.github.acrossexecutors.Race;
import io.github.acrossexecutors.verdict.Figures;
import io.github.acrossexecutors.verdict.Judgement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Two pieces of code, judged by a race. */
record RaceTrial(double bar, Callable<?> baseline, Callable<?> contender) implements Trial {

    @Override
    public Seen judge(Duration budget) {
        long start = System.nanoTime();
        Comparison comparison = Race.of("baseline", baseline)
                .against("contender", contender)
                .budget(budget)
                .measure(bar);
        double seconds = (System.nanoTime() - start) / 1e9;
        Judgement judgement = comparison.judge(bar);
        double longest = judgement.pairs().stream()
                .mapToDouble(pair -> Math.max(pair.baselineNanos(), pair.contenderNanos()) / 1e9)
                .max()
                .orElse(0);
        return new Seen(
                Outcome.valueOf(judgement.verdict().name()),
                judgement
                        .reason()
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .orElse(null),
                judgement.figures().map(Figures::pairs).orElse(0),
                judgement.figures().map(Figures::median).orElse(null),
                null,
                seconds,
                longest,
                judgement.message(),
                comparison.notes(),
                Seen.cpusHere());
    }
}
