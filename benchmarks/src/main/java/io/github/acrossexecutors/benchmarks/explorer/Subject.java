package io.github.acrossexecutors.benchmarks.explorer;

import io.github.acrossexecutors.explorer.Kind;
import io.github.acrossexecutors.explorer.corpus.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario and what must be said of it.
 *
 * @param row what it stands for in the table; a bug shares it with its correct version
 * @param scenario the class
 * @param expected in which way it must be seen to break; empty if it must pass
 * @param threads whether it may be "not controlled", which is no accusation, because it starts threads of its own
 */
record Subject(String row, Class<?> scenario, Optional<Kind> expected, boolean threads) {

    /** All of them, in the order of the table. */
    static List<Subject> all() {
        List<Subject> subjects = new ArrayList<>();
        List<Corpus.Entry> entries = new ArrayList<>(Corpus.classics());
        entries.addAll(Corpus.published());
        for (Corpus.Entry entry : entries) {
            subjects.add(new Subject(entry.what(), entry.bug(), Optional.of(entry.expected()), false));
            subjects.add(new Subject(entry.what(), entry.correct(), Optional.empty(), false));
        }
        for (Class<?> scenario : Corpus.usedRight()) {
            subjects.add(new Subject(id(scenario), scenario, Optional.empty(), true));
        }
        return subjects;
    }

    /** Such as {@code LostUpdate.Bug}. */
    String id() {
        return id(scenario);
    }

    /** Such as {@code LostUpdate}. */
    String file() {
        return scenario.getEnclosingClass().getSimpleName();
    }

    /** Whether the tool was right, as far as it says more than that something is broken. */
    boolean isRight(Result result) {
        return expected.map(kind -> result == Result.BROKEN || result.name().equals(kind.name()))
                .orElse(result == Result.PASSED);
    }

    /** Whether the tool was wrong: a bug that it did not see for what it is, or correct code that it did not pass. */
    boolean isFalse(Result result) {
        return !isRight(result) && !(threads && result == Result.NOT_CONTROLLED);
    }

    private static String id(Class<?> scenario) {
        return scenario.getEnclosingClass().getSimpleName() + "." + scenario.getSimpleName();
    }
}
