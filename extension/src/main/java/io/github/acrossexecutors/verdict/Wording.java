package io.github.acrossexecutors.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a person reads: what was expected, what was seen, what that usually means, what to do next. */
record Wording(Measured measured, Bar bar, Optional<Expectation> expectation, Optional<Figures> figures) {

    private static final double COMPUTES = 0.5;
    private static final double MORE_CPU_TIME = 1.3;
    private static final double ONE_THREAD = 1.3;

    static Wording of(Measured measured, Expectation expectation, Optional<Figures> figures) {
        return new Wording(measured, expectation.bar(), Optional.of(expectation), figures);
    }

    String met() {
        return expected() + ": met. " + seen() + notes();
    }

    String notMet() {
        return expected() + ": not met, in two blocks of pairs. " + seen() + notes() + " "
                + figures.map(this::cause).orElse("");
    }

    String inconclusive(Reason reason) {
        return expected() + ": inconclusive, which is neither a pass nor a failure. "
                + switch (reason) {
                    case NOT_WARM -> notWarm();
                    case SUPPLY_TOO_LOW -> supplyTooLow();
                    case TOO_FEW_CPUS -> tooFewCpus();
                    case NO_IDEAL -> noIdeal();
                    case BUDGET -> budget();
                    case TOO_CLOSE -> tooClose();
                    case NOT_REPEATED -> notRepeated();
                }
                + (figures.isPresent() ? " " + seen() : "")
                + notes();
    }

    /** To somebody who asks for what cannot be. */
    String impossible() {
        return expected() + ", which no machine can do: " + atMost(Ideal::anywhere)
                + " on any machine. Lower the bar, or give the work more tasks of more equal length, or more workers.";
    }

    private String expected() {
        String pair = "Expected '" + measured.contender() + "' to be at least ";
        if (bar instanceof Bar.AtLeast atLeast) {
            return pair + number(atLeast.times()) + " x as fast as '" + measured.baseline() + "'";
        }
        return pair + number(((Bar.OfIdeal) bar).share()) + " of the ideal "
                + ideal().map(best -> String.format(
                                Locale.ROOT,
                                "(%.2f x, so %.2f x) ",
                                best.here(),
                                expectation.orElseThrow().atLeast()))
                        .orElse("")
                + "as fast as '" + measured.baseline() + "'";
    }

    private Optional<Ideal> ideal() {
        return expectation.flatMap(Expectation::ideal);
    }

    private String seen() {
        return "Seen: " + figures.map(this::inWords).orElse("no pair") + ".";
    }

    private String notes() {
        return measured.notes().stream().map(note -> " " + note).collect(Collectors.joining());
    }

    private String inWords(Figures seen) {
        return seen
                + ideal().map(best -> String.format(
                                Locale.ROOT, ", ideal %.2f x, %.2f of it", best.here(), seen.median() / best.here()))
                        .orElse("");
    }

    private String cause(Figures seen) {
        String usually = "This usually means: ";
        if (seen.cpuShare() < COMPUTES) {
            return usually
                    + "it mostly waits, and its waits hardly overlap: too few workers, a lock held while waiting, or"
                    + " a limit on the other side.";
        }
        double inflation = seen.cpuInflation().orElse(1);
        if (inflation > MORE_CPU_TIME) {
            return usually
                    + String.format(
                            Locale.ROOT,
                            "it burns %.1f x the CPU time for the same result: work done twice, threads that spin while they"
                                    + " wait for a lock, or data of two threads on one cache line.",
                            inflation);
        }
        if (seen.runnableParallelism().orElse(seen.cpuShare()) < ONE_THREAD) {
            return usually
                    + "one thread at a time does the work: one lock around it, one worker, very unequal shares, or"
                    + " nothing that runs in parallel at all.";
        }
        return usually
                + "shares of unequal size, or so little work per task that handing it over costs as much as it gains.";
    }

    private String notWarm() {
        return "Not warm after a third of the budget of " + Seconds.of(measured.budget()) + ": "
                + measured.notWarm().orElse("") + ". Raise the budget.";
    }

    private String supplyTooLow() {
        Figures seen = figures.orElseThrow();
        String few =
                "Only " + seen.wellSupplied() + " of " + seen.pairs() + " pairs got what CPU time they could use: ";
        long throttled = measured.pairsWith(Sample::isThrottled);
        if (2 * throttled > seen.pairs()) {
            return few + "the CPU limit of this container throttled " + throttled
                    + ". Raise that limit, or let the code keep fewer CPUs busy.";
        }
        long robbed = measured.pairsWith(Sample::isRobbed);
        if (2 * robbed > seen.pairs()) {
            return few + "in " + robbed
                    + " the hypervisor gave CPUs of this machine to others. Run it where the CPUs are"
                    + " your own, or raise the budget to wait for a quiet moment.";
        }
        return few
                + "others were using this machine, or its own threads held each other up. Close what computes beside the"
                + " tests, give them CPUs of their own, or raise the budget to wait for a quiet moment.";
    }

    private String tooFewCpus() {
        long inDoubt = measured.pairsWithCoresInDoubt();
        if (2 * inDoubt > measured.pairs().size()) {
            return "Right after " + inDoubt + " of " + measured.pairs().size()
                    + " pairs the CPUs slowed each other down, as hardware threads of one core do, or were too busy to be"
                    + " asked; a hypervisor may move them there without telling. Run it again, or where the cores are"
                    + " your own.";
        }
        String known = expectation
                .filter(Expectation::isBeyondThisMachine)
                .map(beyond -> atMost(Ideal::here) + " on " + cpus() + ".")
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "'%s' kept %.1f threads runnable on %s.",
                        measured.contender(),
                        figures.map(Figures::runnableParallelism)
                                .orElse(OptionalDouble.empty())
                                .orElse(0),
                        cpus()));
        return "Too few CPUs: " + known + " Run it where there are more CPUs, or compare code that waits.";
    }

    private String atMost(ToDoubleFunction<Ideal> ideal) {
        return String.format(
                Locale.ROOT,
                "this work, shared out over what '%s' executes on, gains at most %.2f x",
                measured.contender(),
                ideal.applyAsDouble(ideal().orElseThrow()));
    }

    private String cpus() {
        return measured.cpus() == 1 ? "1 CPU" : measured.cpus() + " CPUs";
    }

    private String noIdeal() {
        return "The CPU time of the tasks of '" + measured.baseline()
                + "' is not known here, so neither is their ideal: say atLeast instead.";
    }

    private String budget() {
        String after = measured.second().isEmpty()
                ? measured.pairs().size() + " pairs, before they could decide"
                : measured.second().size()
                        + " pairs of the second block, before it could repeat what the first one said";
        return measured.shortage()
                .orElseGet(() -> "The budget of " + Seconds.of(measured.budget()) + " ended after " + after
                        + ": raise the budget, or make a single execution shorter.");
    }

    private String tooClose() {
        return "The pairs fall on both sides of the bar, so what it really gains is close to it. Lower the bar, or raise the"
                + " budget of " + Seconds.of(measured.budget()) + ".";
    }

    private String notRepeated() {
        return "A first block of " + measured.first().size()
                + " pairs said not met; a second one, measured after a pause"
                + " in swapped order, did not repeat it. Run it again on a quieter machine.";
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
