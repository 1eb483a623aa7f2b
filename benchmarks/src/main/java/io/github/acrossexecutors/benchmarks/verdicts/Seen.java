package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one JVM saw of one truth.
 *
 * @param outcome the verdict
 * @param reason why it is inconclusive; null if it is not
 * @param pairs how many pairs were measured, both blocks together
 * @param median the median of their ratios; null without pairs
 * @param ideal the ideal that was claimed; null if none was
 * @param seconds how long the measurement took
 * @param longestRoundSeconds the longest round of a pair, 0 without pairs
 * @param message what a person was told
 * @param notes what was told beside it
 * @param cpus how many CPUs the JVM had
 */
record Seen(
        Outcome outcome,
        @Nullable String reason,
        int pairs,
        @Nullable Double median,
        @Nullable Double ideal,
        double seconds,
        double longestRoundSeconds,
        String message,
        List<String> notes,
        int cpus) {

    Seen {
        notes = List.copyOf(notes);
    }

    static int cpusHere() {
        return Runtime.getRuntime().availableProcessors();
    }

    boolean isDecided() {
        return outcome == Outcome.MET || outcome == Outcome.NOT_MET;
    }
}
