package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings for tests. */
final class Findings {

    static final String SETTING = "here";

    private Findings() {}

    static Finding of(Truth truth, Condition condition, Seen seen) {
        return new Finding(SETTING, truth, condition, "2026-11-22T00:00:00Z", 1, 10, seen);
    }

    static Seen seen(Outcome outcome) {
        return seen(outcome, 9, 5, "seen");
    }

    static Seen seen(Outcome outcome, int pairs, double seconds, String message) {
        return new Seen(outcome, null, pairs, 2.0, null, seconds, 0.1, message, List.of(), 2);
    }

    static Seen inconclusive(@Nullable String reason) {
        return new Seen(Outcome.INCONCLUSIVE, reason, 0, null, null, 5, 0, "seen", List.of(), 2);
    }
}
