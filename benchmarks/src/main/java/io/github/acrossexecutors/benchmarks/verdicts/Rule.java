package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.function.Predicate;

/**
 * What would be false of a truth.
 *
 * @param lie the same in words
 * @param isFalse whether one JVM's verdict is false
 * @param tolerated in which share of the JVMs that may happen
 */
record Rule(String lie, Predicate<Seen> isFalse, double tolerated) {

    /** The engine's own bound of a false <em>met</em>. */
    private static final double ALPHA = 0.025;

    static Rule neverMet() {
        return new Rule("met", seen -> seen.outcome() == Outcome.MET, 0);
    }

    static Rule neverNotMet() {
        return new Rule("not met, or refused", Rule::isNotMetOrRefused, 0);
    }

    private static boolean isNotMetOrRefused(Seen seen) {
        return seen.outcome() == Outcome.NOT_MET || seen.outcome() == Outcome.REFUSED;
    }

    /** Of work that only a second CPU makes faster: one alone cannot show it. */
    static Rule neverNotMetNorMetOnOneCpu() {
        return new Rule(
                "not met, or refused; on one CPU met, too",
                seen -> isNotMetOrRefused(seen) || (seen.cpus() == 1 && seen.outcome() == Outcome.MET),
                0);
    }

    /** Of a truth exactly at the bar. */
    static Rule metAtMostByChance() {
        return new Rule("met in more than 2.5 %", seen -> seen.outcome() == Outcome.MET, ALPHA);
    }

    /** A verdict, whichever, on code that did its work only once. */
    static Rule neverUnflagged() {
        return new Rule(
                "a verdict without the note that it is cached",
                seen -> seen.isDecided() && !seen.message().contains("it is cached"),
                0);
    }

    static Rule alwaysNamed() {
        return new Rule("the pin is not named", seen -> seen.outcome() != Outcome.MET, 0);
    }
}
