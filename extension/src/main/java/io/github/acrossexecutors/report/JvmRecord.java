package io.github.acrossexecutors.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that wrote a report.
 *
 * @param place where its report lies, as people call it: the module's folder; empty if there is but one
 * @param name what tells it from all other JVMs: {@code <pid>-<start>}
 * @param facts what the report says of it
 */
record JvmRecord(String place, String name, Map<String, @Nullable Object> facts) {

    /** How many CPUs it could use, 1 if nobody says. */
    int availableProcessors() {
        return facts.get("availableProcessors") instanceof Number number ? Math.max(1, number.intValue()) : 1;
    }
}
