package io.github.acrossexecutors.benchmarks.feedback;

import java.util.List;
import java.util.Locale;

/**
 * How long several saves took.
 *
 * @param millis a time each, at least one
 */
record Times(List<Double> millis) {

    Times {
        millis = millis.stream().sorted().toList();
        if (millis.isEmpty()) {
            throw new IllegalArgumentException("there is no time");
        }
    }

    /** The least time that at least this share of all does not exceed (nearest rank). */
    double quantile(double share) {
        return millis.get((int) Math.max(0, Math.ceil(share * millis.size()) - 1));
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-16s %4d  %8.0f  %8.0f  %8.0f",
                name,
                millis.size(),
                quantile(0.5),
                quantile(0.95),
                quantile(1));
    }
}
