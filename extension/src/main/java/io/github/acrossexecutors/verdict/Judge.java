package io.github.acrossexecutors.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Judges what a measurement brought, for any bar, as often as one likes: the same pairs and the same expectation give
 * the same verdict.
 *
 * <p>A measurement that stopped as soon as one bar was decided may be too short for another one.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Judge {

    private final Measured measured;

    Judge(Measured measured) {
        this.measured = measured;
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
        return judge(Expectation.atLeast(atLeast, new ErrorBudget(expectations)));
    }

    Judgement judge(Expectation expectation) {
        Standing standing = measured.notWarm().isPresent()
                ? Standing.OPEN
                : Standing.of(measured.first(), measured.second(), expectation);
        return switch (standing) {
            case MET -> of(Verdict.MET, expectation, Optional.empty());
            case NOT_MET -> of(Verdict.NOT_MET, expectation, Optional.empty());
            case CONTRADICTED -> of(Verdict.INCONCLUSIVE, expectation, Optional.of(Reason.NOT_REPEATED));
            case TO_BE_REPEATED -> of(Verdict.INCONCLUSIVE, expectation, Optional.of(unrepeated()));
            case OPEN -> of(Verdict.INCONCLUSIVE, expectation, Optional.of(undecided(expectation)));
        };
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

    private Judgement of(Verdict verdict, Expectation expectation, Optional<Reason> reason) {
        Wording wording = new Wording(measured, expectation, figures());
        String message = reason.map(wording::inconclusive)
                .orElseGet(() -> verdict == Verdict.MET ? wording.met() : wording.notMet());
        return new Judgement(verdict, expectation.atLeast(), reason, figures(), message);
    }

    private List<Pair> pairs() {
        return Stream.concat(measured.first().stream(), measured.second().stream())
                .toList();
    }

    private Reason unrepeated() {
        if (measured.shortage().isPresent() || measured.second().isEmpty()) {
            return Reason.BUDGET;
        }
        return mostlyPoor(measured.second()) ? Reason.SUPPLY_TOO_LOW : Reason.NOT_REPEATED;
    }

    private Reason undecided(Expectation expectation) {
        if (measured.shortage().isPresent()) {
            return Reason.BUDGET;
        }
        if (measured.notWarm().isPresent()) {
            return Reason.NOT_WARM;
        }
        List<Pair> pairs = pairs();
        if (mostlyPoor(pairs)) {
            return Reason.SUPPLY_TOO_LOW;
        }
        if (mostly(pairs, pair -> pair.contender().wantedMoreCpus())) {
            return Reason.TOO_FEW_CPUS;
        }
        long judged = pairs.stream().filter(Pair::wellSupplied).count();
        return judged < expectation.errors().leastPairsForNotMet() ? Reason.BUDGET : Reason.TOO_CLOSE;
    }

    private static boolean mostlyPoor(List<Pair> pairs) {
        return mostly(pairs, pair -> !pair.wellSupplied());
    }

    private static boolean mostly(List<Pair> pairs, Predicate<Pair> property) {
        return 2 * pairs.stream().filter(property).count() > pairs.size();
    }
}
