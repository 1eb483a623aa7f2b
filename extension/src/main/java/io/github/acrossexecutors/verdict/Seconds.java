package io.github.acrossexecutors.verdict;

import java.time.Duration;
import java.util.Locale;

/** Durations as a person says them. */
final class Seconds {

    private Seconds() {}

    static String of(Duration duration) {
        return ofNanos((double) duration.toNanos());
    }

    static String ofNanos(double nanos) {
        double seconds = nanos / 1e9;
        if (seconds < 0.0995) {
            return String.format(Locale.ROOT, "%.3g ms", 1000 * seconds);
        }
        String text = String.format(Locale.ROOT, seconds < 1 ? "%.2f" : "%.1f", seconds);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " s";
    }
}
