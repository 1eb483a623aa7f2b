package io.github.acrossexecutors;

import io.github.acrossexecutors.verdict.ErrorBudget;
import io.github.acrossexecutors.verdict.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What all expectations of a launcher session share: how they are judged, the error and the time they may spend together, and
 * the line that says what came of them.
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

    /** What the configuration says: runs of a session that differ in it share nothing. */
    private record Rules(Mode mode, Inconclusive inconclusive, Duration suiteBudget) {

        static Rules of(Parameters parameters) {
            return new Rules(
                    parameters.choice(Parameters.SPEEDUP, Mode.class, Mode.ENFORCE),
                    parameters.choice("across.inconclusive", Inconclusive.class, Inconclusive.ABORT),
                    parameters.duration("across.speedup.suite-budget", DEFAULT_SUITE_BUDGET));
        }
    }

    private final Rules rules;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private Duration spent = Duration.ZERO;
    private int turns;

    private SpeedupVerdicts(Rules rules) {
        this.rules = rules;
    }

    static SpeedupVerdicts in(ExtensionContext context) {
        Rules rules = Rules.of(AcrossExecutorsExtension.parameters(context));
        return AcrossExecutorsExtension.storeOfTheSession(context)
                .getOrComputeIfAbsent(rules, key -> new SpeedupVerdicts(rules), SpeedupVerdicts.class);
    }

    Mode mode() {
        return rules.mode;
    }

    boolean failsInconclusive() {
        return rules.inconclusive == Inconclusive.FAIL;
    }

    /** What is left of the time that all expectations may take together; not negative. */
    synchronized Duration left() {
        Duration left = rules.suiteBudget.minus(spent);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The next expectation's share of the error that one session may make. */
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

    /** Say how the session came out, unless it had no expectation. */
    @Override
    public synchronized void close() {
        if (counts.isEmpty()) {
            return;
        }
        List<Integer> numbers = List.of(
                counts.getOrDefault(Verdict.MET, 0),
                counts.getOrDefault(Verdict.NOT_MET, 0),
                counts.getOrDefault(Verdict.INCONCLUSIVE, 0));
        String line = rules.mode == Mode.CALIBRATE
                ? "Speedups, each model against itself: %d falsely met, %d rightly not met, %d undecided"
                : "Speedups: %d met, %d not met, %d undecided";
        System.out.println(String.format(line, numbers.toArray()));
    }
}
