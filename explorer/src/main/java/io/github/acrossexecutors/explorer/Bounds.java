package io.github.acrossexecutors.explorer;

import java.time.Duration;

/** How far an exploration may go. */
record Bounds(int preemptions, int schedules, int steps, Duration time) {

    private static final Duration LONGEST = Duration.ofDays(1);

    Bounds {
        within("preemptions", preemptions, 0, 100);
        within("schedules", schedules, 1, 10_000_000);
        within("steps", steps, 10, 1_000_000);
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Interleavings.within(%s): more than zero and at most %s".formatted(time, LONGEST));
        }
    }

    private static void within(String name, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(
                    "Interleavings.%s(%d): %d to %,d".formatted(name, value, least, greatest));
        }
    }
}
