package io.github.acrossexecutors.verdict;

import java.util.List;

/** Where the judgement of two blocks of pairs stands. A function of the pairs: looking again changes nothing. */
enum Standing {
    /** More pairs may decide. */
    OPEN,
    MET,
    /** The first block says not met; the second has not said so yet. */
    TO_BE_REPEATED,
    /** Both blocks say not met. */
    NOT_MET,
    /** The first block says not met, the second one met. */
    CONTRADICTED;

    /** Look after every pair, in the order in which they were measured. */
    static Standing of(List<Pair> first, List<Pair> second, Expectation expectation) {
        Tally all = new Tally(expectation);
        for (Pair pair : first) {
            all.add(pair);
            if (all.met()) {
                return MET;
            }
            if (all.notMet()) {
                return repeated(second, expectation);
            }
        }
        for (Pair pair : second) {
            all.add(pair);
            if (all.met()) {
                return MET;
            }
        }
        return OPEN;
    }

    private static Standing repeated(List<Pair> second, Expectation expectation) {
        Tally again = new Tally(expectation);
        for (Pair pair : second) {
            again.add(pair);
            if (again.notMet()) {
                return NOT_MET;
            }
            if (again.met()) {
                return CONTRADICTED;
            }
        }
        return TO_BE_REPEATED;
    }
}
