package io.github.acrossexecutors.verdict;

import java.util.OptionalDouble;

/**
 * Counts the signs of pairs, for <em>met</em> and for <em>not met</em> apart.
 *
 * <p>Which pairs count does not depend on their ratio, or the test would no longer hold; so what threads waited for a CPU is
 * held against the length of a round of the warm-up:
 * <ul>
 *   <li>a pair that is not warm counts by the least ratio that it could have had without its CPU time for <em>met</em>, and
 *       by the most for <em>not met</em>: waiting is what no warm-up shortens;
 *   <li>a pair in which both rounds got the CPU time they could use counts by its ratio;
 *   <li>where the contender was runnable for more CPUs than there are, or the CPUs may have slowed each other down, that
 *       can only have made it slower: such a pair counts for <em>met</em> alone;
 *   <li>a pair short of CPU time whose baseline mostly waits counts by the least ratio that it could have had otherwise for
 *       <em>met</em>, and by the most for <em>not met</em>;
 *   <li>any other pair short of CPU time counts by its normalised parallelism, where an ideal is claimed, and else not at
 *       all; the clock must lean the same way.
 * </ul>
 *
 * <p>A ratio exactly at the bar speaks for neither.
 */
final class Tally {

    private final Expectation expectation;
    private int forMet;
    private int above;
    private int forNotMet;
    private int below;
    private int supplied;
    private int suppliedAbove;
    private int suppliedBelow;

    Tally(Expectation expectation) {
        this.expectation = expectation;
    }

    void add(Pair pair) {
        if (!pair.warm()) {
            addBounds(pair.leastRatio(), pair.mostRatio());
        } else if (pair.wellSupplied()) {
            addRatio(pair.ratio(), pair.contender().wantedMoreCpus() || pair.coresInDoubt());
        } else if (pair.mostlyWaits()) {
            addBounds(pair.leastRatio(), pair.mostRatio());
        } else if (expectation.ideal().isPresent()) {
            addParallelism(pair);
        }
    }

    private void addRatio(double ratio, boolean lackedCpus) {
        boolean isAbove = ratio > expectation.atLeast();
        boolean isBelow = ratio < expectation.atLeast();
        supplied++;
        suppliedAbove += isAbove ? 1 : 0;
        suppliedBelow += isBelow ? 1 : 0;
        forMet++;
        above += isAbove ? 1 : 0;
        if (!lackedCpus) {
            forNotMet++;
            below += isBelow ? 1 : 0;
        }
    }

    private void addBounds(double leastRatio, double mostRatio) {
        forMet++;
        above += leastRatio > expectation.atLeast() ? 1 : 0;
        forNotMet++;
        below += mostRatio < expectation.atLeast() ? 1 : 0;
    }

    private void addParallelism(Pair pair) {
        OptionalDouble least = pair.leastParallelism();
        OptionalDouble most = pair.normalisedParallelism();
        if (least.isPresent() && most.isPresent()) {
            forMet++;
            above += expectation.isShownBy(least.getAsDouble(), pair.ratio()) ? 1 : 0;
            forNotMet += pair.coresInDoubt() ? 0 : 1;
            below += !pair.coresInDoubt() && expectation.isRefutedBy(most.getAsDouble(), pair.ratio()) ? 1 : 0;
        }
    }

    /** Whether the signs suffice for <em>met</em>, and the pairs with good supply do not say otherwise. */
    boolean met() {
        return SignTest.decides(forMet, above, expectation.errors().metAlpha()) && 2 * suppliedBelow <= supplied;
    }

    /** Whether the signs suffice for <em>not met</em>, and the pairs with good supply do not say otherwise. */
    boolean notMet() {
        return SignTest.decides(forNotMet, below, expectation.errors().notMetAlpha()) && 2 * suppliedAbove <= supplied;
    }
}
