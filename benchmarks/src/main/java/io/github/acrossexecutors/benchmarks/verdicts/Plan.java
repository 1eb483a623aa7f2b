package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * In which order truths and conditions get their JVMs: each one once, then each one again, beginning elsewhere, so that
 * a mood of the machine falls on all of them alike.
 */
final class Plan {

    private Plan() {}

    /**
     * One JVM.
     *
     * @param truth what it judges
     * @param condition what goes on beside it
     * @param turn how many of this truth and condition there are with it
     */
    record Turn(Truth truth, Condition condition, int turn) {}

    /** What is still to be done, in its order; what was found already is not done again. */
    static List<Turn> of(Options options, List<Finding> found) {
        List<Turn> turns = new ArrayList<>();
        for (int turn = 1; turn <= options.jvms(); turn++) {
            List<Truth> truths = beginningAt(turn - 1, options.truths());
            for (int position = 0; position < truths.size(); position++) {
                for (Condition condition : beginningAt(position, options.conditions())) {
                    if (count(found, truths.get(position), condition) < turn) {
                        turns.add(new Turn(truths.get(position), condition, turn));
                    }
                }
            }
        }
        return turns;
    }

    private static <T> List<T> beginningAt(int index, Collection<T> all) {
        List<T> rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -index);
        return rotated;
    }

    private static long count(List<Finding> found, Truth truth, Condition condition) {
        return found.stream()
                .filter(finding -> finding.truth() == truth && finding.condition() == condition)
                .count();
    }
}
