package io.github.acrossexecutors;

import io.github.acrossexecutors.verdict.ErrorBudget;
import io.github.acrossexecutors.verdict.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What all expectations of a run share: how they are judged, the error and the time they may spend together, and the
 * line that says what came of them.
 *
 * <p><b>Threads:</b> safe.
 */
final class SpeedupVerdicts implements AutoCloseable {

    private static final Duration DEFAULT_SUITE_BUDGET = Duration.ofMinutes(10);

    /** What {@code across.speedup} says. */
    enum Mode {
        ENFORCE,
        REPORT,
        OFF,
        CALIBRATE
    }

    /** What {@code across.inconclusive} says. */
    enum Inconclusive {
        ABORT,
        FAIL
    }

    private final Mode mode;
    private final Inconclusive inconclusive;
    private final Duration suiteBudget;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private Duration spent = Duration.ZERO;
    private int turns;

    private SpeedupVerdicts(Parameters parameters) {
        mode = parameters.choice(Parameters.SPEEDUP, Mode.class, Mode.ENFORCE);
        inconclusive = parameters.choice("across.inconclusive", Inconclusive.class, Inconclusive.ABORT);
        suiteBudget = parameters.duration("across.speedup.suite-budget", DEFAULT_SUITE_BUDGET);
    }

    static SpeedupVerdicts in(ExtensionContext context) {
        return context.getRoot()
                .getStore(AcrossExecutorsExtension.NAMESPACE)
                .getOrComputeIfAbsent(
                        SpeedupVerdicts.class,
                        key -> new SpeedupVerdicts(AcrossExecutorsExtension.parameters(context)),
                        SpeedupVerdicts.class);
    }

    Mode mode() {
        return mode;
    }

    boolean failsInconclusive() {
        return inconclusive == Inconclusive.FAIL;
    }

    Duration suiteBudget() {
        return suiteBudget;
    }

    /** What is left of the time that all expectations may take together; not negative. */
    synchronized Duration left() {
        Duration left = suiteBudget.minus(spent);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The next expectation's share of the error that one run may make. */
    synchronized ErrorBudget nextShare() {
        turns++;
        return ErrorBudget.ofTurn(turns);
    }

    synchronized void count(Verdict verdict) {
        counts.merge(verdict, 1, Integer::sum);
    }

    /** Take note of time that is used up, whatever came of it. */
    synchronized void spend(Duration time) {
        spent = spent.plus(time);
    }

    /** Say how the run came out, unless it had no expectation. */
    @Override
    public synchronized void close() {
        if (counts.isEmpty()) {
            return;
        }
        List<Integer> numbers = List.of(
                counts.getOrDefault(Verdict.MET, 0),
                counts.getOrDefault(Verdict.NOT_MET, 0),
                counts.getOrDefault(Verdict.INCONCLUSIVE, 0));
        String line = mode == Mode.CALIBRATE
                ? "Speedups, each model against itself: %d falsely met, %d rightly not met, %d undecided"
                : "Speedups: %d met, %d not met, %d undecided";
        System.out.println(String.format(line, numbers.toArray()));
    }
}
