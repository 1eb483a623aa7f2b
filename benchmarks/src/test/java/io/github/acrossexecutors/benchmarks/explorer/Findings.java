package io.github.acrossexecutors.benchmarks.explorer;

import io.github.acrossexecutors.benchmarks.lab.Condition;

/** Findings for tests. */
final class Findings {

    static final String SETTING = "Explorer 1234567, JDK 25, 2 CPUs.";

    private Findings() {}

    static Finding of(Tool tool, String subject, Condition condition, Result result, long millis) {
        return new Finding(
                SETTING,
                tool,
                subject,
                condition,
                "2026-11-22T05:00:00Z",
                1.5,
                millis + 300,
                new Seen(result, millis, 7, ""));
    }
}
