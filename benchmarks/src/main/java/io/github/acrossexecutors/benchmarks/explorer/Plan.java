package io.github.acrossexecutors.benchmarks.explorer;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * In which order scenarios get their JVMs: each one once under each condition, then each one again, beginning elsewhere, so
 * that a mood of the machine falls on all of them alike. What is compared stands side by side.
 */
final class Plan {

    private Plan() {}

    /**
     * One JVM.
     *
     * @param subject what it runs
     * @param tool what looks for the bug
     * @param condition what it has to live with
     * @param turn how many of them there are with it
     */
    record Turn(Subject subject, Tool tool, Condition condition, int turn) {}

    /** What is still to be done, in its order; what was found already is not done again. */
    static List<Turn> of(Options options, List<Finding> found) {
        List<Turn> turns = new ArrayList<>();
        for (int turn = 1; turn <= options.jvms(); turn++) {
            List<Subject> subjects = new ArrayList<>(options.subjects());
            Collections.rotate(subjects, 1 - turn);
            for (Condition condition : options.conditions()) {
                for (Subject subject : subjects) {
                    for (Tool tool : options.tools()) {
                        if (count(found, subject, tool, condition) < turn) {
                            turns.add(new Turn(subject, tool, condition, turn));
                        }
                    }
                }
            }
        }
        return turns;
    }

    private static long count(List<Finding> found, Subject subject, Tool tool, Condition condition) {
        return found.stream()
                .filter(finding -> finding.subject().equals(subject.id())
                        && finding.tool() == tool
                        && finding.condition() == condition)
                .count();
    }
}
