package io.github.acrossexecutors.benchmarks.explorer;

import java.util.List;
import java.util.Locale;

/** What looks for the bug. */
enum Tool {
    /** With its default bounds, and no flag. */
    EXPLORER(ExplorerRun.class),
    /** Its model checker for arbitrary code, with its default number of invocations. */
    LINCHECK(LincheckRun.class);

    final Class<?> main;

    Tool(Class<?> main) {
        this.main = main;
    }

    /** What its JVM must allow. */
    List<String> jvmOptions() {
        return switch (this) {
            case EXPLORER -> List.of();
            case LINCHECK -> List.of("-XX:+EnableDynamicAgentLoading");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
