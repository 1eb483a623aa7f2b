package io.github.acrossexecutors.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges what a measurement brought, for the bar it was made for or, as often as one likes, for any other: the same pairs
 * and the same expectation give the same verdict.
 *
 * <p>A measurement that stopped as soon as one bar was decided may be too short for another one.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Judge {

    private final Measured measured;
    private final Optional<Demand> demand;
    private final Optional<Expectation> expectation;

    Judge(Measured measured, Optional<Demand> demand, Optional<Expectation> expectation) {
        this.measured = measured;
        this.demand = demand;
        this.expectation = expectation;
    }

    /**
     * Judge what the measurement was made for.
     *
     * @return the verdict
     * @throws IllegalStateException if it was made for no bar
     */
    public Judgement judge() {
        Demand made = demand.orElseThrow(() -> new IllegalStateException("measured for no bar"));
        return expectation.or(() -> made.on(Optional.empty())).map(this::judge).orElseGet(() -> inconclusive(made));
    }

    /**
     * Judge whether the contender is at least a number of times as fast as the baseline.
     *
     * @param atLeast the number; more than 0
     * @param expectations how many expectations share the error that one run may make; at least 1
     * @return the verdict
     * @throws IllegalArgumentException if a value is out of range
     */
    public Judgement judge(double atLeast, int expectations) {
        return judge(Expectation.atLeast(atLeast, ErrorBudget.among(expectations)));
    }

    Judgement judge(Expectation expected) {
        Standing standing = Standing.of(measured.first(), measured.second(), expected);
        return switch (standing) {
            case MET -> of(Verdict.MET, expected, Optional.empty());
            case NOT_MET -> of(Verdict.NOT_MET, expected, Optional.empty());
            case CONTRADICTED -> of(Verdict.INCONCLUSIVE, expected, Optional.of(Reason.NOT_REPEATED));
            case TO_BE_REPEATED -> of(Verdict.INCONCLUSIVE, expected, Optional.of(unrepeated(expected)));
            case OPEN -> open(expected);
        };
    }

    /** What the budget lacked for a second block was lacking for another bar than one that is open. */
    private Judgement open(Expectation expected) {
        Judge judge = measured.first().isEmpty() ? this : new Judge(measured.withoutShortage(), demand, expectation);
        return judge.of(Verdict.INCONCLUSIVE, expected, Optional.of(judge.undecided(expected)));
    }

    /**
     * {@return what was seen; empty if the measurement ended before its first pair}
     */
    public Optional<Figures> figures() {
        return Figures.of(pairs());
    }

    /**
     * {@return what else a reader of the figures should know, one sentence each}
     */
    public List<String> notes() {
        return measured.notes();
    }

    private Judgement of(Verdict verdict, Expectation expected, Optional<Reason> reason) {
        Wording wording = Wording.of(measured, expected, figures());
        String message = reason.map(wording::inconclusive)
                .orElseGet(() -> verdict == Verdict.MET ? wording.met() : wording.notMet());
        return new Judgement(verdict, expected.bar(), expected.ideal(), reason, figures(), pairTimes(), message);
    }

    /** Of a share of the ideal that never became a number. */
    private Judgement inconclusive(Demand made) {
        Reason reason = early().orElse(Reason.NO_IDEAL);
        String message = new Wording(measured, made.bar(), Optional.empty(), figures()).inconclusive(reason);
        return new Judgement(
                Verdict.INCONCLUSIVE,
                made.bar(),
                Optional.empty(),
                Optional.of(reason),
                figures(),
                pairTimes(),
                message);
    }

    private List<Judgement.PairTimes> pairTimes() {
        return pairs().stream()
                .map(pair -> new Judgement.PairTimes(
                        Math.round(pair.baseline().nanosPerExecution()),
                        Math.round(pair.contender().nanosPerExecution()),
                        pair.lowerSupply()))
                .toList();
    }

    private List<Pair> pairs() {
        return measured.pairs();
    }

    /** Why the second block does not say not met: it ends before it can, unless its pairs say otherwise. */
    private Reason unrepeated(Expectation expected) {
        List<Pair> second = measured.second();
        if (measured.shortage().isPresent() || second.isEmpty()) {
            return Reason.BUDGET;
        }
        if (mostlyPoor(second)) {
            return Reason.SUPPLY_TOO_LOW;
        }
        return mostly(second, pair -> pair.ratio() < expected.atLeast()) ? Reason.BUDGET : Reason.NOT_REPEATED;
    }

    private Reason undecided(Expectation expected) {
        if (expected.isBeyondThisMachine()) {
            return Reason.TOO_FEW_CPUS;
        }
        return early().orElseGet(() -> fromPairs(expected));
    }

    /** What kept the measurement from its pairs, or left it with pairs that only bounds can judge. */
    private Optional<Reason> early() {
        if (measured.shortage().isPresent()) {
            return Optional.of(Reason.BUDGET);
        }
        return measured.notWarm().isPresent() ? Optional.of(Reason.NOT_WARM) : Optional.empty();
    }

    private Reason fromPairs(Expectation expected) {
        List<Pair> pairs = pairs();
        if (mostlyPoor(pairs)) {
            return Reason.SUPPLY_TOO_LOW;
        }
        if (mostly(pairs, pair -> pair.contender().wantedMoreCpus() || pair.coresInDoubt())) {
            return Reason.TOO_FEW_CPUS;
        }
        if (supplied(pairs).size() < expected.errors().leastPairsForNotMet()) {
            return Reason.BUDGET;
        }
        return wouldBeDecidedBySupplied(expected) ? Reason.SUPPLY_TOO_LOW : Reason.TOO_CLOSE;
    }

    /** Whether only pairs that were short of CPU time left it open. */
    private boolean wouldBeDecidedBySupplied(Expectation expected) {
        return Standing.of(supplied(measured.first()), supplied(measured.second()), expected) != Standing.OPEN;
    }

    private static List<Pair> supplied(List<Pair> pairs) {
        return pairs.stream().filter(Pair::wellSupplied).toList();
    }

    private static boolean mostlyPoor(List<Pair> pairs) {
        return mostly(pairs, pair -> !pair.wellSupplied());
    }

    private static boolean mostly(List<Pair> pairs, Predicate<Pair> property) {
        return 2 * pairs.stream().filter(property).count() > pairs.size();
    }
}
