package io.github.acrossexecutors.benchmarks.solutions;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import java.util.List;

/**
 * One run of all solutions.
 *
 * @param condition what it had to live with
 * @param millis from the start of its JVM to its end
 * @param koans what came of each
 */
record Suite(Condition condition, long millis, List<Seen> koans) {

    Suite {
        koans = List.copyOf(koans);
    }
}
