package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.Locale;

/** What came of one truth in one JVM. */
enum Outcome {
    MET,
    NOT_MET,
    INCONCLUSIVE,
    /** The bar was called impossible on any machine, as a mistake in the test. */
    REFUSED;

    /** As the extension's report entries say it. */
    static Outcome of(String verdict) {
        return valueOf(verdict.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
