package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.Locale;

/** What goes on beside a truth. */
enum Condition {
    /** Nothing that the laboratory started. */
    QUIET(0, 0, 0),
    STEADY(2, 1_000, 0),
    BURSTS(2, 500, 500);

    final int hogs;
    final int busyMillis;
    final int idleMillis;

    Condition(int hogs, int busyMillis, int idleMillis) {
        this.hogs = hogs;
        this.busyMillis = busyMillis;
        this.idleMillis = idleMillis;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
